// Made from ../javascript/ by `make bundle`: never edit this file.
const module={exports:{}};
function theBundle(module){
"use strict";var mn=Object.defineProperty;var ml=Object.getOwnPropertyDescriptor;var dl=Object.getOwnPropertyNames;var gl=Object.prototype.hasOwnProperty;var wl=(s,t)=>{for(var e in t)mn(s,e,{get:t[e],enumerable:!0})},yl=(s,t,e,n)=>{if(t&&typeof t=="object"||typeof t==
"function")for(let o of dl(t))!gl.call(s,o)&&o!==e&&mn(s,o,{get:()=>t[o],enumerable:!(n=ml(t,o))||n.enumerable});
return s};var bl=s=>yl(mn({},"__esModule",{value:!0}),s);var Wp={};wl(Wp,{default:()=>Bp,open:()=>ul,serve:()=>pl});module.exports=bl(Wp);function To(s){if(s.length===0)return[];let t=[0,1].map(e=>{let n=s.map(a=>a[e]),o=n.reduce((a,l)=>Math.min(a,
l)),i=n.reduce((a,l)=>Math.max(a,l)),r=i-o||Math.abs(i)||1;return 3-Math.floor(Math.log10(r))});return s.map(e=>e.
map((n,o)=>xl(n,t[o])))}function xl(s,t){let n=Math.floor(Math.log10(Math.abs(s)||1))+1+t;return n<1?0:Number(
s.toPrecision(Math.min(n,17)))}var S="own start",v="own points",Nt=Object.freeze({data:"original",n_components:3,seed:0,start:"identity",reg_covar:1e-6,
own_start:[],own_points:[]}),ve=["data","n_components","seed","start","reg_covar","own_start","own_points"],ko=new WeakMap;
function ee({data:s,own_points:t}){if(s!==v)return s;let e=ko.get(t)??JSON.stringify(t);return ko.set(t,e),`${s}\
 ${e}`}function se(s){let t=s.start===S?s.own_start:0;return JSON.stringify([ee(s),s.n_components,s.start,s.reg_covar,
t])}function I(s){return`${se(s)} ${s.seed}`}function Tt(s){return se({...s,n_components:0})}function D(s,t){let e=new Float64Array(t*t);for(let n=0;n<t;n++)for(let o=0;o<=n;o++){let i=s[n*t+o];for(let r=0;r<
o;r++)i-=e[n*t+r]*e[o*t+r];if(n===o){if(!(i>0))return null;e[n*t+n]=Math.sqrt(i)}else e[n*t+o]=i/e[o*t+o]}return e}
function dn(s,t){let e=new Float64Array(t*t);for(let n=0;n<t;n++){e[n*t+n]=1/s[n*t+n];for(let o=n+1;o<t;o++){let i=0;
for(let r=n;r<o;r++)i-=s[o*t+r]*e[r*t+n];e[o*t+n]=i/s[o*t+o]}}return e}function ne(s,t){let e=D(s,t);if(!e)return new Float64Array(
t*t).fill(NaN);let n=dn(e,t),o=new Float64Array(t*t);for(let i=0;i<t;i++)for(let r=0;r<t;r++)for(let a=Math.max(
i,r);a<t;a++)o[i*t+r]+=n[a*t+i]*n[a*t+r];return o}function Z(s,t){let e=Float64Array.from(s),n=new Float64Array(
t*t);for(let a=0;a<t;a++)n[a*t+a]=1;for(let a=0;a<50;a++){let l=!1;for(let h=0;h<t;h++)for(let c=h+1;c<t;c++)l=
Ml(e,n,t,h,c)||l;if(!l)break}let o=Array.from({length:t},(a,l)=>l);o.sort((a,l)=>e[a*t+a]-e[l*t+l]);let i=Float64Array.
from(o,a=>e[a*t+a]),r=new Float64Array(t*t);for(let a=0;a<t;a++)for(let l=0;l<t;l++)r[a*t+l]=n[a*t+o[l]];return{
values:i,vectors:r}}function Ml(s,t,e,n,o){let i=s[n*e+o],[r,a]=[s[n*e+n],s[o*e+o]],l=Math.sqrt(Math.abs(r))*Math.
sqrt(Math.abs(a));if(!(Math.abs(i)>1e-17*l))return s[n*e+o]=s[o*e+n]=0,!1;let h=(a-r)/(2*i),c=(h<0?-1:1)/(Math.
abs(h)+Math.hypot(h,1)),f=1/Math.hypot(c,1),u=c*f;s[n*e+n]=r-c*i,s[o*e+o]=a+c*i,s[n*e+o]=s[o*e+n]=0;for(let p=0;p<
e;p++){if(p!==n&&p!==o){let[w,y]=[s[p*e+n],s[p*e+o]];s[p*e+n]=s[n*e+p]=f*w-u*y,s[p*e+o]=s[o*e+p]=u*w+f*y}let[m,
d]=[t[p*e+n],t[p*e+o]];t[p*e+n]=f*m-u*d,t[p*e+o]=u*m+f*d}return!0}var _l=Math.log(2*Math.PI);function N(s,t){return s*(1+t+t*(t+1)/2)}function tt(s,t){return s/N(1,t)}function $(s,t,e,n){
return s.subarray(t+n*e,t+(n+1)*e)}function J(s,t,e){return s+s*t+e*t*(t+1)/2}function E(s,t,e,n){let o=new Float64Array(
e*e),i=J(t,e,n);for(let r=0;r<e;r++)for(let a=0;a<=r;a++)o[r*e+a]=o[a*e+r]=s[i++];return o}function z(s,t,e,n,o,i){
for(let r=0;r<o;r++){let a=D(E(n,o,e,r),e),l=a?Math.log(n[r])-.5*e*_l:-1/0;for(let h=0;a&&h<e;h++)l-=Math.log(
a[h*e+h]);if(l===-1/0)for(let h=r;h<t*o;h+=o)i[h]=-1/0;else{let h=dn(a,e);(e===2?vl:Al)(s,t,e,$(n,o,e,r),h,l,o,
r,i)}}return i}function Al(s,t,e,n,o,i,r,a,l){let h=new Float64Array(e);for(let c=0;c<t;c++){let f=0;for(let u=0;u<
e;u++){h[u]=s[c*e+u]-n[u];let p=0;for(let m=0;m<=u;m++)p+=o[u*e+m]*h[m];f+=p*p}l[c*r+a]=i-.5*f}}function vl(s,t,e,n,o,i,r,a,l){
let[h,c]=n,[f,,u,p]=o;for(let m=0,d=a;m<t;m++,d+=r){let w=s[2*m]-h,y=s[2*m+1]-c,b=f*w,x=u*w+p*y;l[d]=i-.5*(b*b+
x*x)}}function et(s,t,e){let n=0,o=0,i=1;for(let r=0;r<t*e;r+=e){let a=s[r];for(let c=1;c<e;c++)s[r+c]>a&&(a=s[r+
c]);let l=0;for(let c=0;c<e;c++){let f=s[r+c];l+=s[r+c]=f===a?1:El(f-a)}let h=1/l;for(let c=0;c<e;c++)s[r+c]*=
h;n+=a,i*=l,i>1e200&&(o+=Math.log(i),i=1)}return-(n+o+Math.log(i))}var oe=32,Ol=oe/Math.LN2,Sl=.6931471803691238/
oe,Nl=19082149292705877e-26/oe,Tl=Float64Array.from({length:oe},(s,t)=>2**(t/oe)),kl=Float64Array.from({length:1023},
(s,t)=>2**-t);function El(s){if(!(s>-708))return Math.exp(s);let t=s*Ol-.5|0,e=s-t*Sl-t*Nl,n=e*e,o=1+e+n*(1/2+
e*(1/6)+n*(1/24+e*(1/120)+n*(1/720)));return kl[-(t>>5)]*(Tl[t&31]*o)}var Eo=8,Ll=10,K="M-step",ie=/^(?:(weight) (\d)|(mean|variance) (\d)(?:, x(\d+))?)$/,gt=Object.freeze({...Nt,half_step:0,
show:["ellipses","trails"],coloring:"pie",speed:4,picture:"nll",along:K,slow:!1});function Oe(s,t){for(let e=1;e<=
Ll;e++)if(N(t,e)===s)return e;return 0}function Se(s,t){let e=n=>JSON.stringify(Array.isArray(n)&&typeof n[0]==
"string"?[...n].sort():n);return e(s)===e(t)}var Te={data:Ne("data","data"),points:{name:"own_points",write:s=>To(s).flat().join(","),read:s=>$l(yn(s)),expected:"\
pairs of numbers"},K:gn("n_components",1,Eo),seed:gn("seed",0,Number.MAX_SAFE_INTEGER),start:Ne("start","start\
s"),own:{name:"own_start",write:String,read:yn,expected:"the numbers of a mixture"},reg_covar:wn("reg_covar",s=>s>=
0,"a number of at least 0"),h:gn("half_step",0,Number.MAX_SAFE_INTEGER),show:{name:"show",write:s=>s.join(","),
read:(s,{layers:t})=>{let e=s===""?[]:[...new Set(s.split(","))];return e.every(n=>t.includes(n))?e:void 0},expected:({
layers:s})=>`some of ${s.join(", ")}`},color:Ne("coloring","colorings"),speed:wn("speed",s=>s>0,"a number abov\
e 0"),picture:Ne("picture","pictures"),along:{name:"along",write:String,read:s=>s===K||ie.test(s)?s:void 0,expected:`${K}\
, or a parameter such as "weight 0" or "mean 1, x2"`},slow:{name:"slow",write:s=>s?"on":"off",read:s=>s==="on"?
!0:s==="off"?!1:void 0,expected:"on or off"}};function Lo(s,t=gt){return Object.entries(Te).filter(([,{name:e}])=>Io(
e,s)&&!Se(s[e],t[e])).map(([e,{name:n,write:o}])=>`${e}=${Fl(o(s[n]))}`).join("&")}function Po(s,t,e=gt){let n={},
o=[],i=(a,l)=>o.push(`"${Cl(a)}" in the address is passed over: ${l}.`);for(let a of s.replace(/^#/,"").split(
"&").filter(Boolean)){let[l,...h]=a.split("=");if(!Object.hasOwn(Te,l)){i(a,`the parts are ${Object.keys(Te).join(
", ")}`);continue}let{name:c,read:f,expected:u}=Te[l],p=Rl(h.join("=")),m=p===void 0?void 0:f(p,t);m===void 0?
i(a,`expected ${typeof u=="string"?u:u(t)}`):n[c]=m}let r={...structuredClone(e),...n};return Pl(r,n,e,i),Il(r,
n,i),{state:r,problems:o}}function Pl(s,t,e,n){s.start===S&&!Oe(s.own_start.length,s.n_components)&&(n("start=\
own start",`"own" does not hold ${s.n_components} components`),s.start=e.start===S?gt.start:e.start),s.data===
v&&s.own_points.length===0&&(n("data=own points",'"points" does not hold any'),s.data=e.data===v?gt.data:e.data);
for(let[o,i,r]of[["own","own_start",`start=${S}`],["points","own_points",`data=${v}`]])Io(i,s)||(i in t&&n(o,`\
it needs ${r}`),s[i]=[])}function Il(s,t,e){let[,,n,,o]=ie.exec(s.along)??[];if(Number(n??o??0)<s.n_components)
return;let i=s.n_components-1;"along"in t&&e(`along=${s.along}`,`components are counted from 0 to ${i}`),s.along=
K}function Io(s,{start:t,data:e}){return(s!=="own_start"||t===S)&&(s!=="own_points"||e===v)}function Ne(s,t){return{
name:s,write:String,read:(e,n)=>n[t].includes(e)?e:void 0,expected:e=>`one of ${e[t].join(", ")}`}}function wn(s,t,e){
return{name:s,write:String,read:o=>{let[i,...r]=yn(o)??[];return r.length===0&&t(i)?i:void 0},expected:e}}function gn(s,t,e){
return wn(s,o=>Number.isSafeInteger(o)&&o>=t&&o<=e,`a whole number from ${t} to ${e}`)}function yn(s){let t=/^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i,
e=s.split(","),n=e.map(Number);return e.every(o=>t.test(o))&&n.every(Number.isFinite)?n:void 0}function $l(s){
if(!(!s||s.length%2))return Array.from({length:s.length/2},(t,e)=>[s[2*e],s[2*e+1]])}function Fl(s){return encodeURIComponent(
s).replaceAll("%20","+").replaceAll("%2C",",")}function Rl(s){try{return decodeURIComponent(s.replaceAll("+","\
 "))}catch{return}}function Cl(s){return s.length>40?`${s.slice(0,40)}…`:s}var jl=300;function ke(s,{half_step:t,layers:e,speed:n,slow:o}){let{color:i,picture:r,along:a,...l}=e,h=Object.
keys(l).filter(c=>l[c]);return{...s,half_step:t,show:h,coloring:i,speed:n,picture:r,along:a,slow:o}}function $o(s,t){
let{half_step:e,show:n,coloring:o,speed:i,picture:r,along:a,slow:l,...h}=s,c=Object.fromEntries(t.map(u=>[u,n.
includes(u)])),f={half_step:e,speed:i,slow:l,layers:{...c,color:o,picture:r,along:a}};return{choice:h,view:f}}
function bn({data:s,own_points:t}){let e=t.length<=jl&&t.every(n=>n.length===2);return s!==v||e}function Fo(s,t){
if(bn(s))return s;let e=s.start===S?t.start:s.start;return{...s,start:e,data:t.data,own_points:t.own_points}}function g(s,t={},...e){let n=document.createElement(s);for(let[o,i]of Object.entries(t))o.startsWith("on")?n.
addEventListener(o.slice(2),i):i===!0?n.setAttribute(o,""):i!==!1&&i!=null&&n.setAttribute(o,i);for(let o of e)
o!=null&&n.append(o);return n}function kt(s,t){s.setAttribute("aria-disabled",String(!t))}var Ro="http://www.w\
3.org/2000/svg";function xn(s){let t=document.createElementNS(Ro,"svg"),e=document.createElementNS(Ro,"path");
e.setAttribute("d",s);for(let[n,o]of Object.entries({viewBox:"0 0 16 16","aria-hidden":"true",class:"emx-sign"}))
t.setAttribute(n,o);return t.append(e),t}function B(s,t,e){let n=g("select",{"aria-label":s,onchange:()=>e(n.value)}),
o=g("label",{},g("span",{},s),n),i="",r=l=>{i!==(i=l.join(`
`))&&n.replaceChildren(...l.map(h=>g("option",{value:h},h)))};return r(t),{element:o,select:n,show:r,choose:l=>{
let h=f=>f.value===String(l)||Number(f.value)===l,c=[...n.options].find(h)??g("option",{},String(l));c.parentElement||
(n.append(c),i=""),n.value=c.value}}}function Et(s,t,e){let n=g("input",{type:"checkbox",onchange:()=>t(n.checked)});
return{element:g("label",{class:"emx-tick",title:e},n,s),input:n}}function Mn(s,t,e,n){let o=c=>{let f=Number(
a.textContent)+c;f>=t&&f<=e&&n(f)},i=g("button",{type:"button","aria-label":`${s}: one less`,onclick:()=>o(-1)},
"−"),r=g("button",{type:"button","aria-label":`${s}: one more`,onclick:()=>o(1)},"+"),a=g("output",{},"");return{
element:g("div",{class:"emx-stepper",role:"group","aria-label":s},g("span",{},s),i,a,r),show:c=>{a.textContent=
String(c),kt(i,c>t),kt(r,c<e)}}}var re=[1,2,4,8,15,30,60],wt={pie:"pies",blend:"blended",hard:"hard",none:"grey"},zl=["data","start","reg_cova\
r"],Co={first:"M2 2h2v12H2zM14 2v12L5 8z",back:"M3 2h2v12H3zM13 3v10L6 8z",play:"M4 2l10 6-10 6z",pause:"M3 2h\
4v12H3zM9 2h4v12H9z",on:"M13 2h-2v12h2zM3 3v10l7-5z",last:"M14 2h-2v12h2zM2 2v12l9-6z"},jo=[["ellipses","ellip\
ses","1 and 2 standard deviations of each component"],["trails","trails","the path that each mean has taken"],
["contours","density","contours of the mixture's density"],["truth","truth","the mixture the data were drawn f\
rom"]],Bl=[["bound","bound","the upper bound NLL + KL gap (minus the lower bound of the log-likelihood)"],["zo\
om","zoom in","only the half-steps near the marker"]];function zo(s,t){let e=r=>s.controls.includes(r),n={data:B(
"data",s.data,r=>t({data:r})),n_components:Mn("K",s.counts[0],s.counts[s.counts.length-1],r=>t({n_components:r})),
seed:Mn("seed",s.seeds[0],s.seeds[s.seeds.length-1],r=>t({seed:r})),start:B("start",s.starts,r=>t({start:r})),
reg_covar:B("reg_covar",s.reg_covars,r=>t({reg_covar:Number(r)}))};return{element:g("div",{class:"emx-bar"},...Object.
entries(n).map(([r,a])=>e(r)?a.element:null)),show:r=>{n.n_components.show(r.n_components),n.seed.show(r.seed);
for(let a of zl)n[a].choose(r[a])}}}function Bo(s){let t=(f,u,p,m)=>g("button",{type:"button","aria-label":u,title:`${u}\
 (${p})`,"aria-keyshortcuts":p,onclick:m},xn(Co[f])),e=t("first","First","Home",()=>s.go(0)),n=t("back","Half-\
step back","ArrowLeft",()=>s.move(-1)),o=t("play","Play","Space",()=>s.player.toggle()),i=t("on","Half-step fo\
rward","ArrowRight",()=>s.move(1)),r=t("last","Last","End",()=>s.go(1/0)),a=g("input",{type:"range",min:"0",step:"\
1","aria-label":"half-step",oninput:()=>s.jump(Number(a.value))}),l=B("speed",re.map(String),f=>s.setSpeed(Number(
f)));return l.element.title="half-steps per second (+ and −)",o.classList.add("emx-play"),{element:g("div",{
class:"emx-transport",role:"group","aria-label":"transport"},e,n,o,i,r,a,l.element),show:({h:f,end:u,isPlaying:p,
text:m,why:d=""})=>{a.max=String(u),a.value=String(f),a.setAttribute("aria-valuetext",m);for(let y of[e,n])kt(
y,f>0);for(let y of[i,r])kt(y,f<u);let w=p?"Pause":"Play";o.title=d||`${w} (Space)`,kt(o,d===""),o.getAttribute(
"aria-label")!==w&&(o.setAttribute("aria-label",w),o.replaceChildren(xn(Co[p?"pause":"play"])))},showSpeed:f=>l.
choose(f)}}function Wo(s,t){let e=B("samples",Object.values(wt),c=>{let f=Object.keys(wt);t({color:f.find(u=>wt[u]===
c)})});e.select.value=wt[s.color];let n={},o=(c,f)=>{t({[c]:f}),c==="bound"&&f&&!n.zoom.input.checked&&n.zoom.
input.click()},i=([c,f,u])=>(n[c]=Et(f,p=>o(c,p),u),n[c].input.checked=!!s[c],n[c].element),r=g("div",{class:"\
emx-layers",role:"group","aria-label":"data picture"},e.element,...jo.map(i)),a=g("div",{class:"emx-layers",role:"\
group","aria-label":"right picture"},...Bl.map(i));return{left:r,right:a,boxes:n,show:c=>{n.bound.input.disabled=
!!c?.isPart,n.truth.input.disabled=!c?.truth,n.truth.element.title=c?.truth?jo[3][2]:"the mixture these data w\
ere drawn from is not known"},set:c=>{e.select.value=wt[c.color];for(let[f,{input:u}]of Object.entries(n))u.checked=
!!c[f]}}}function at({kind:s,component:t,feature:e=0},n,o){return s==="weight"?t:s==="mean"?n+t*o+e:J(n,o,t)+e*(e+3)/2}
function qo(s,t,e,n,o){let i=Float64Array.from(s);if(n.kind==="weight"){let r=1-s[n.component];for(let a=0;a<t;a++)
i[a]=(1-o)*(r>0?s[a]/r:1/(t-1))}return i[at(n,t,e)]=o,i}function Ko({X:s,N:t,D:e},n,o,i,r,a=ae(i)){if(!Wl(n,o,
e))return{nll:NaN,bound:NaN};z(s,t,e,n,o,r);let l=-a;for(let h=0;h<t*o;h++){let c=i[h];c>0&&(l-=c*r[h])}return{
nll:et(r,t,o),bound:l}}function ae(s){let t=0;for(let e=0;e<s.length;e++){let n=s[e];n>0&&(t-=n*Math.log(n))}return t}function Wl(s,t,e){for(let n=0;n<t;n++)if(!(s[n]>=0&&s[n]<=1)||!D(E(s,t,e,n),e))return!1;return!0}var ql=1e-12;function _n(s,t){let e=[K],n=t>1?Array.from({length:t},(o,i)=>`, x${i+1}`):[""];for(let o=0;o<s;o++){
for(let i of n)e.push(`mean ${o}${i}`);s>1&&e.push(`weight ${o}`);for(let i of n)e.push(`variance ${o}${i}`)}return e}
function Lt(s,t,e){let n=s&&_n(t,e).includes(s)?ie.exec(s):null;if(!n)return null;let[,o,i,r,a,l="1"]=n;return o?
{kind:"weight",component:Number(i)}:{kind:r,component:Number(a),feature:Number(l)-1}}function Go(s,t,e){return Lt(
s,t,e)&&s?s:K}function Ee({kind:s,component:t,feature:e=0},n){if(s==="weight")return`weight ${t}`;if(n===1)return`${s}\
 ${t}`;let o=String(e+1).replace(/\d/g,i=>String.fromCharCode(8320+Number(i)));return`${s} ${t}, x${o}`}function Uo(s,t,e,n){
let o=null,i=0;for(let r=0;r<e;r++){let a=Array.from({length:n},(h,c)=>{let f=at({kind:"mean",component:r,feature:c},
e,n),u=Math.abs(t[f]-s[f]);return u>ql*Math.abs(s[f])?u:0}),l=Math.hypot(...a);l>i&&(i=l,o={kind:"mean",component:r,
feature:a.indexOf(Math.max(...a))})}return o}var lt={nll:"NLL by iteration",bound:"bound as a curve",distance:"distance to the end (log)",entropy:"entropy \
of responsibilities"};function Ho(s,t,e){let n=[K],o=()=>"the M-step",i=B("show",Object.values(lt),h=>{t({picture:Object.
keys(lt).find(c=>lt[c]===h)})}),r=B("along",[o(K)],h=>{t({along:n.find(c=>o(c)===h)})}),a=()=>{let{picture:h="\
nll"}=s;r.element.hidden=h!=="bound",e.bound.element.hidden=h!=="nll",e.zoom.element.hidden=h==="bound",i.choose(
lt[h])};a();let l=(h,c)=>{o=f=>{let u=Lt(f,h,c);return u?Ee(u,c):"the M-step"},n=_n(h,c),r.show(n.map(o)),r.choose(
o(s.along??K))};return{elements:[i.element,r.element],show:l,fit:a}}var Kl=["color","picture","along"],Le=class{constructor(t,e){let n=Object.keys(t.layers).filter(o=>!Kl.includes(
o));this.layers=n,this.defaults=ke(e,t),this.choices={data:t.data,starts:t.starts,layers:n,colorings:Object.keys(
wt),pictures:Object.keys(lt)},this.isAlone=!document.querySelector(".emx"),this.isAlone&&window.addEventListener(
"hashchange",()=>location.reload())}read(){let t=this.isAlone?location.hash:"",{state:e,problems:n}=Po(t,this.
choices,this.defaults);return{...$o(e,this.layers),problems:n}}linkTo(t){let e=Lo(Fo(t,this.defaults),this.defaults);
return location.href.split("#")[0]+(e&&`#${e}`)}write(t){if(!this.isAlone||document.querySelectorAll(".emx").length>
1)return;let e=this.linkTo(t);if(e!==location.href)try{history.replaceState(history.state,"",e)}catch{}}};var An=[8,4,2,1],Gl={8:5,4:1,2:1,1:0};function Pe(s,t,e){return e===1?0:s-s%t+Gl[t]}function Do({nx:s,ny:t}){let e=new Set;
for(let n of An)for(let o=0;o<t;o+=n)for(let i=0;i<s;i+=n)e.add(Pe(o,n,t)*s+Pe(i,n,s));return Int32Array.from(
e)}function Jo({nx:s,ny:t},e){return e.map((n,o)=>{let[i,r]=[o%s,Math.floor(o/s)];for(let a=An.length-1;a>=0;a--){
let l=An[a],h=e[Pe(r,l,t)*s+Pe(i,l,s)];if(h>=0)return h}return-1})}function Ie({nx:s,ny:t,xs:e,ys:n},o){let[i,
r]=[o%s,Math.floor(o/s)];return[e[0]+(i+.5)/s*(e[1]-e[0]),n[0]+(r+.5)/t*(n[1]-n[0])]}function Yo({nx:s,ny:t,xs:e,
ys:n},o){let i=Math.floor(s*(o[0]-e[0])/(e[1]-e[0])),r=t===1?0:Math.floor(t*(o[1]-n[0])/(n[1]-n[0]));return i>=
0&&i<s&&r>=0&&r<t?r*s+i:-1}function st(s,t){return Number.isFinite(s)?Xo(s,s.toFixed(t),e=>s.toFixed(t+e)):On(s)}function vn(s,t){if(!Number.
isFinite(s))return On(s);let e=r=>s.toExponential(t+r),[n,o]=Xo(s,e(0),e).split("e"),i=o.slice(1).padStart(2,"\
0");return`${n}e${o[0]}${i}`}function G(s,t=6){if(!Number.isFinite(s))return On(s);let e=vn(s,t-1),[n,o]=e.split(
"e"),i=Number(o);return i<-4||i>=t?`${Qo(n)}e${o}`:Qo(st(s,t-1-i))}function Qo(s){return s.includes(".")?s.replace(
/\.?0+$/,""):s}function On(s){return Number.isNaN(s)?"nan":s>0?"inf":"-inf"}function Xo(s,t,e){if(Math.abs(s)>=
1e21)return t;let[n,o]=t.split("e"),[i]=e(30).split("e");if(!/^50+$/.test(i.slice(i.length-30)))return t;let r=i.
slice(0,i.length-30).replace(/\.$/,""),a=Number(r.at(-1))%2===0?r:n;return o===void 0?a:`${a}e${o}`}var $e=.01,Sn=1e-6,Ul=1e-13,Hl=2**-1022;function Fe(s,t,e,n,o=le(e,n)){let{N:i,D:r}=e,a=null;for(let l=0;l<t;l++){
let{values:h,vectors:c}=Z(E(s,t,r,l),r);if(!(h[r-1]*Ul>n))for(let f=0;f<r;f++){let u=Dl(o,c,r,f);!(Math.abs(h[f]-
n)<=$e*Math.min(n,$e*u))||!(u>10*Sn*n)||(!a||h[f]<a.variance)&&(a={variance:h[f],k:l})}}return a?{component:a.
k,nSamples:s[a.k]*i,deviation:Math.sqrt(a.variance)}:null}function Re({component:s,nSamples:t,deviation:e}){return`\
Collapsed: the covariance of component ${s}, which holds ${st(t,1)} samples, has a standard deviation of ${G(e,
2)} in its narrowest direction, hardly more than reg_covar adds, so its likelihood is meaningless.`}function le({
X:s,N:t,D:e},n){let o=new Float64Array(e);for(let l=0;l<t*e;l++)o[l%e]+=s[l]/t;let i=new Float64Array(e*e);for(let l=0;l<
t;l++)for(let h=0;h<e;h++)for(let c=0;c<=h;c++)i[h*e+c]+=(s[l*e+h]-o[h])*(s[l*e+c]-o[c])/t;let r=new Float64Array(
e),a=0;for(let l=0;l<e;l++)a=Math.max(a,Math.sqrt(i[l*e+l])),r[l]=Math.sqrt(Math.max(i[l*e+l],Sn*n+Hl));for(let l=0;l<
e;l++)for(let h=0;h<=l;h++)i[l*e+h]=i[l*e+h]/r[l]/r[h]+(l===h?Sn:0);return{deviations:r,precision:ne(i,e),widest:a}}
function Dl({deviations:s,precision:t},e,n,o){let i=0;for(let r=0;r<n;r++)for(let a=0;a<n;a++){let l=e[r*n+o]/
s[r]*(e[a*n+o]/s[a]);i+=l*t[r*n+a]}return 1/i}var Jl=Number.EPSILON,Ce=32*Jl,ti=100,Vo=1e4,Yl=1e7;function ei(s,t,e){for(let n=0;n<t;n++)for(let o=0;o<e;o++)
if(si(s,t,e,n,o))return n;return-1}function si(s,t,e,n,o){return Math.abs(ni(s,t,e,n,o))<=(Ce*s[t+n*e+o])**2}function ni(s,t,e,n,o){
return s[J(t,e,n)+o*(o+3)/2]}function oi(s,t,e,n,o){if(s.kind==="no density")return s;let i=ii(t)??Ql(s,t,e,n),
r={...s,iteration:o,farSample:i};return i?r:Xl(s,t,e,n)?{...r,kind:"rounded",value:Math.max(...ri(t).map(([a,l])=>l-
a))}:{...r,flatFeature:Vl(s,t,e,n)}}function ii({X:s,N:t,D:e},n=Yl){let o=null;for(let i=0;i<e;i++){let r=Float64Array.
from({length:t},(m,d)=>s[d*e+i]),a=Zo(r),l=r.map(m=>Math.abs(m-a)),h=l.filter(m=>m>0);if(h.length===0)continue;
let c=Zo(h),f=l.reduce((m,d,w)=>d>l[m]?w:m,0),u=l[f],p=o===null||u/c>o.distance/o.usual;u>n*c&&p&&(o={sample:f,
feature:i,distance:u,usual:c})}return o}function Zo(s){return Float64Array.from(s).sort()[Math.floor((s.length-
1)/2)]}function Ql(s,t,e,n){let o=s.kind==="singular"?ii(t,Vo):null;return o&&ni(e,n,t.D,s.component,o.feature)>
(Vo*o.usual)**2?o:null}function Xl(s,{X:t,N:e,D:n},o,i){if(s.kind!=="singular")return!1;let r=E(o,i,n,s.component);
if(!r.every(Number.isFinite))return!1;let{values:a,vectors:l}=Z(r,n),h=$(o,i,n,s.component),c=new Float64Array(
e),f=0;for(let p=0;p<e;p++){for(let m=0;m<n;m++)c[p]+=(t[p*n+m]-h[m])*l[m*n],f=Math.max(f,Math.abs(t[p*n+m]));
c[p]=Math.abs(c[p])}c.sort();let u=(c[Math.floor((e-1)/2)]+c[Math.ceil((e-1)/2)])/2;return Ce*f<u&&u<=Math.sqrt(
ti*Ce*Math.abs(a[n-1]))}function Vl(s,t,e,n){if(s.kind!=="collapsed")return null;let o=null;return ri(t).forEach(
([i,r],a)=>{let l=Math.max(Math.abs(i),Math.abs(r)),h=r-i<=4*Zl(l),c=r-i<=ti*Ce*l;!(h||c)||!si(e,n,t.D,s.component,
a)||(!o||h&&!o.constant)&&(o={feature:a,level:i,constant:h})}),o}function ri({X:s,N:t,D:e}){return Array.from(
{length:e},(n,o)=>{let[i,r]=[s[o],s[o]];for(let a=o;a<t*e;a+=e)i=Math.min(i,s[a]),r=Math.max(r,s[a]);return[i,
r]})}function Zl(s){let t=new DataView(new ArrayBuffer(8));return t.setFloat64(0,s),t.setBigInt64(0,t.getBigInt64(
0)+1n),t.getFloat64(0)-s}var ai="use fewer components (n_components), a larger reg_covar, or another start.",th={empty:(s,t)=>`is empty\
: its responsibilities sum to ${t} samples, so it has no mean and no covariance; use fewer components (n_compo\
nents) or another start.`,singular:({iteration:s})=>"has a covariance that is singular up to rounding: it is f\
lat in some direction, as when a component has shrunk onto a point or a line, or is far longer than it is wide"+
(s===void 0?".":`; ${ai}`),rounded:(s,t)=>`cannot be fitted: it is stretched over samples as far apart as ${t}\
, and beside such numbers rounding hides its spread in another direction; rescale X, for instance by taking lo\
garithms, or fit groups of samples one by one.`,"negative eigenvalue":(s,t)=>`has a covariance that is not pos\
itive definite (smallest eigenvalue ${t}): no covariance has a negative one, so check how it was computed.`,collapsed:()=>"\
has collapsed: it has no spread left beyond rounding, as when it sits on a single point or on copies of one; "+
ai,"no density":()=>""};function Nn(s){if(s.kind==="no density")return`sample ${s.sample} is so far from every\
 component that its log-density is not a finite number: rescale X, or start from means nearer to the data.`;let{
component:t,iteration:e}=s,n=e===0?" in the start of EM":` in iteration ${e} of EM`;return`component ${t}${e===
void 0?"":n} ${eh(s)}`}function eh(s){let{flatFeature:t,farSample:e}=s;if(t){let{feature:n,level:o,constant:i}=t;
return i?`cannot be fitted: feature ${n} is constant, so no component has a spread in it; remove this column o\
f X.`:`cannot be fitted: feature ${n} is so far from 0, around ${G(o,3)}, that rounding hides its spread; subt\
ract its mean from this column of X.`}if(e){let{sample:n,feature:o,distance:i,usual:r}=e;return`cannot be fitt\
ed: sample ${n} is ${G(i,3)} away from the median of feature ${o}, where samples are usually within ${G(r,3)} \
of it, and beside such numbers rounding hides an ordinary spread; correct or remove this sample, or rescale X,\
 for instance by taking logarithms.`}return th[s.kind](s,G(s.value??NaN,3))}var yt=class extends Error{constructor(t){
super(Nn(t)),this.failure=t}},bt=class extends yt{};var li=Number.EPSILON,sh=10*li;function hi(s,t,e,n){let{X:o,N:i,D:r}=s;rh(t,e,r);let a=et(z(o,i,r,t,e,n),i,e);
return Number.isFinite(a)||lh(z(o,i,r,t,e,n),i,e),a}function Pt(s,t,e,n,o=new Float64Array(N(e,s.D))){let{N:i,
D:r}=s,a=nh(t,i,e),l=r===2?ih:oh;for(let h=0;h<e;h++){o[h]=a[h]/i,l(s,t,e,h,a[h],o);let c=J(e,r,h);for(let f=0;f<
r;f++,c+=f+1)o[c]+=n}return o}function nh(s,t,e){let n=new Float64Array(e);for(let i=0;i<t*e;)for(let r=0;r<e;r++)
n[r]+=s[i++];let o=0;for(let i=1;i<e;i++)n[i]<n[o]&&(o=i);if(n[o]<sh)throw new bt({kind:"empty",component:o,value:n[o]});
return n}function oh({X:s,N:t,D:e},n,o,i,r,a){let l=new Float64Array(e);for(let p=0;p<t;p++){let m=n[p*o+i];for(let d=0;d<
e;d++)l[d]+=m*s[p*e+d]}for(let p=0;p<e;p++)l[p]/=r;let h=new Float64Array(e),c=new Float64Array(e),f=new Float64Array(
e*(e+1)/2);for(let p=0;p<t;p++){let m=n[p*o+i];for(let d=0,w=0;d<e;d++){h[d]=s[p*e+d]-l[d];let y=m*h[d];c[d]+=
y;for(let b=0;b<=d;b++)f[w++]+=y*h[b]}}let u=J(o,e,i);for(let p=0,m=0;p<e;p++){c[p]/=r,a[o+i*e+p]=l[p]+c[p];for(let d=0;d<=
p;d++)a[u++]=f[m++]/r-c[p]*c[d]}}function ih({X:s,N:t},e,n,o,i,r){let a=0,l=0;for(let d=0,w=o;d<t;d++,w+=n)a+=
e[w]*s[2*d],l+=e[w]*s[2*d+1];a/=i,l/=i;let[h,c,f,u,p]=[0,0,0,0,0];for(let d=0,w=o;d<t;d++,w+=n){let y=s[2*d]-a,
b=s[2*d+1]-l,x=e[w]*y,M=e[w]*b;h+=x,c+=M,f+=x*y,u+=x*b,p+=M*b}h/=i,c/=i;let m=J(n,2,o);r[n+2*o]=a+h,r[n+2*o+1]=
l+c,r[m]=f/i-h*h,r[m+1]=u/i-h*c,r[m+2]=p/i-c*c}function rh(s,t,e){for(let n=0;n<t;n++){let o=E(s,t,e,n);if(ah(
o,e))continue;let{values:i}=Z(o,e),r=i[0],a=r<-1e-8*Math.abs(i[e-1])?"negative eigenvalue":"singular";throw new bt(
{kind:a,component:n,value:r})}}function ah(s,t){let e=D(s,t);if(!e)return!1;for(let n=0;n<t*t;n+=t+1)if(!(e[n]*
e[n]>10*t*li*s[n]))return!1;return!0}function lh(s,t,e){for(let n=0;n<t;n++){let o=s.subarray(n*e,(n+1)*e);if(!Number.
isFinite(Math.max(...o)))throw new yt({kind:"no density",component:-1,sample:n})}}var hh=500,ch=1e-6,fh=1e-6,uh=.001,je=64,Tn=new WeakMap;function W(s,t,e,{regCovar:n=fh,tol:o=ch,maxIter:i=hh}={}){
let{N:r,D:a}=s,l=new Float64Array(je*t.length);l.set(t);let h={data:s,options:{regCovar:n,tol:o,maxIter:i},responsibilities:new Float64Array(
r*e),params:l,nll:new Float64Array(je),n:1},c={K:e,D:a,params:l.subarray(0,t.length),nll:h.nll.subarray(0,0),ended:"\
running",last:0,failure:null,message:"",rises:[]};return Tn.set(c,h),c}function C(s,t=1/0){let e=Tn.get(s);if(s.
ended!=="running"||!e)return s;s.nll.length===0&&ci(s,e);do s.ended==="running"&&ph(s,e)&&ci(s,e);while(s.ended===
"running"&&(t===1/0||performance.now()<t));return dh(s,e),s.ended!=="running"&&Tn.delete(s),s}function ci(s,{data:t,options:e,responsibilities:n,params:o,nll:i,n:r}){let a=N(s.K,s.D),l=o.subarray((r-1)*a,
r*a);try{i[r-1]=hi(t,l,s.K,n)}catch(c){i[r-1]=NaN,ui(s,t,l,r-1,c);return}s.last=2*r-1;let h=r>1?i[r-1]-i[r-2]:
0;h>uh+1e-9*Math.abs(i[r-2])&&s.rises.push(2*r-2),r>1&&Math.abs(h)<e.tol?s.ended="converged":r>e.maxIter&&(s.ended=
"max_iter"),s.ended!=="running"&&(s.last=Math.max(2*r-2,1))}function ph(s,t){let{data:e,options:n,responsibilities:o,
n:i}=t,r=N(s.K,s.D);mh(t,r);let a=t.params.subarray((i-1)*r,i*r),l=t.params.subarray(i*r,(i+1)*r);try{Pt(e,o,s.
K,n.regCovar,l),a=l;let h=ei(l,s.K,s.D);if(h>=0)throw new bt({kind:"collapsed",component:h})}catch(h){return ui(
s,e,a,i,h),!1}return s.last+=1,t.n+=1,!0}function ui(s,t,e,n,o){if(!(o instanceof yt))throw o;s.ended="failed",
s.last+=1,s.failure=oi(o.failure,t,e,s.K,n);let i=Nn(s.failure);s.message=s.failure.kind==="no density"?i:i[0].
toUpperCase()+i.slice(1)}function mh(s,t){s.n<s.nll.length||(s.params=fi(s.params,s.params.length+je*t),s.nll=
fi(s.nll,s.nll.length+je))}function fi(s,t){let e=new Float64Array(t);return e.set(s),e}function dh(s,{params:t,
nll:e,n}){s.params=t.subarray(0,n*N(s.K,s.D)),s.nll=e.subarray(0,n)}var gh=1,wh=.1,yh=.001,bh=.01,mi="All components are the same Gaussian: equal components get equal responsibil\
ities, and the M-step makes them equal again.";function di(s,t,e){let n=le(t,e),o=new Map([...s].map(([a,l])=>[
a,kn(l,t,e,n)])),i=[...s.keys()].filter(a=>[null,"unfinished"].includes(o.get(a)?.status??null)),r=xh(s,i.length?
i:[...s.keys()]);return new Map([...s].map(([a,l])=>{let h=o.get(a);return[a,Mh(l,s.get(r),h,t,n.widest)]}))}function xh(s,t){
let e=o=>s.get(o)?.nll.at(-1)??NaN,n=o=>!Number.isNaN(e(o));return t.reduce((o,i)=>n(o)?e(i)<e(o)?i:o:n(i)?i:o,
t[0])}function Mh(s,t,{status:e,why:n},o,i){let r=s.nll.at(-1)??NaN,a=r-(t.nll.at(-1)??NaN),l=s.nll.length-1,h=(u,p)=>({
status:u,nll:r,gap:a,nIter:l,sentence:p});if(e==="collapsed"||e==="failed")return h(e,n);if(a>gh){let u=`NLL ${st(
r,2)}, ${st(a,2)} above the best run of this K`,p=_h(s,t,o,i);return e?h(e,`${n} ${u}. ${p}`):h("poor",`Poor: ${u}\
. ${p}`)}if(e)return h(e,`${n} NLL ${st(r,2)}.`);if(gi(s,i))return h("poor",`Poor: NLL ${st(r,2)}, whatever th\
e others are. ${mi}`);let c=a<=wh?"as good as the best":`${st(a,2)} above the best`,f=s===t?`the best run of K\
 = ${s.K} so far`:c;return h("good",`Good: NLL ${st(r,2)}, ${f}; converged after ${l} iterations.`)}function kn(s,t,e,n){
if(s.ended==="failed")return{status:s.failure?.kind==="collapsed"?"collapsed":"failed",why:s.message};let o=Fe(
ze(s),s.K,t,e,n);if(o)return{status:"collapsed",why:Re(o)};if(s.ended==="converged")return{status:null,why:""};
let i=s.nll.length-1,r=i>0?Math.abs(s.nll[i]-s.nll[i-1]):0;return{status:"unfinished",why:`Not converged after\
 ${i} iterations: the NLL still changed by ${vn(r,1)} in the last one.`}}function ze({K:s,D:t,params:e}){return e.
subarray(e.length-N(s,t))}function _h(s,t,e,n){if(gi(s,n))return mi;let{K:o}=s,i=Ah(t,s,e),r=i.map(u=>u.map(p=>p/
Math.max(pi(u),1e-12))),a=Array.from({length:o},(u,p)=>Math.max(pi(i.map(m=>m[p])),1e-12)),h=i.map((u,p)=>wi(o,
m=>u[m]/a[m]>.5&&r[p][m]>bh)).filter(u=>u.length>1),c=new Set(h.flat()),f=h.map(u=>`${vh(u)} share one cluster\
 of the best run`);for(let u=0;u<o;u++){let p=r.filter(m=>m[u]>.5).length;p>1&&!c.has(u)&&f.push(`component ${u}\
 covers ${p} of its clusters`)}return f.length?f.map(u=>`${u[0].toUpperCase()}${u.slice(1)}.`).join(" "):"No c\
omponent matches a single cluster of the best run: the data are partitioned differently."}function Ah(s,t,{X:e,
N:n,D:o}){let[i,r]=[s,t].map(l=>{let h=z(e,n,o,ze(l),l.K,new Float64Array(n*l.K));return et(h,n,l.K),h}),a=Array.
from({length:s.K},()=>new Array(t.K).fill(0));for(let l=0;l<n;l++)for(let h=0;h<s.K;h++)for(let c=0;c<t.K;c++)
a[h][c]+=i[l*s.K+h]*r[l*t.K+c];return a}function gi(s,t){let{K:e,D:n}=s;return e<2?!1:wi(e-1,o=>{let[i,r]=[$(ze(
s),e,n,o),$(ze(s),e,n,o+1)];return i.some((a,l)=>!(Math.abs(a-r[l])<=yh*t))}).length===0}function vh(s){return`\
components ${s.slice(0,-1).join(", ")} and ${s[s.length-1]}`}function pi(s){return s.reduce((t,e)=>t+e,0)}function wi(s,t){
return Array.from({length:s},(e,n)=>n).filter(t)}var Oh=.1,Sh=["collapsed","failed"],Be=class{constructor(t,e,n,o){this.data=t,this.rows=e,this.K=n,this.settings=
o,this.width=N(n,t.D),this.spread=le(t,o.regCovar),this.next=0,this.run=null}get isDone(){return this.next*this.
width>=this.rows.length}work(t){let e=[];for(;!this.isDone;){let{data:n,rows:o,K:i,settings:r,spread:a,width:l,
next:h}=this;this.run??(this.run=W(n,o.slice(h*l,(h+1)*l),i,r));let c=C(this.run,t);if(c.ended!=="running"){let f=kn(
c,n,r.regCovar,a).status??"converged";e.push({status:f,nll:c.nll.at(-1)??NaN}),this.run=null,this.next+=1}if(performance.
now()>=t)break}return e}};function yi(s){let t=new Int16Array(s.length).fill(-1),e=[...s].flatMap((r,a)=>r?[{...r,
i:a,flaw:Sh.indexOf(r.status)}]:[]);e.sort((r,a)=>r.flaw-a.flaw||r.nll-a.nll||0);let n=[],[o,i]=[-1,-1/0];for(let{
status:r,nll:a,i:l,flaw:h}of e){h<0&&a-i>Oh&&([o,i]=[o+1,a]);let c=h<0?o:-1,f=n.findIndex(u=>u.status===r&&u.level===
c);f<0&&(f=n.push({status:r,level:c,nll:a,count:0})-1),n[f].count+=1,t[l]=f}return{groups:n,which:t}}var Nh=1,Th=.001,kh=1-Number.EPSILON/2,bi=1e-9;function Mi(s,t,e,n,o){let i=Ai(s,t,e,n,o);return i<=Nh?"":`reg\
_covar = ${G(o)} is not small beside the covariances here and costs about ${G(i,3)} nats or more: choose a sma\
ller one, or rescale the data.`}function _i({K:s,D:t,params:e,nll:n,rises:o},i,r){let a=N(s,t);return o.filter(
l=>{let h=l/2,c=e.subarray(h*a,(h+1)*a),f=Ai(c,s,t,i,r,!0);return n[h]-n[h-1]<=f*(1+$e)})}function Ai(s,t,e,n,o,i=!1){
let r=xi(Eh(s,t,e),e,o),a=Array.from({length:t},(f,u)=>xi(E(s,t,e,u),e,o));if(!r||!a.every(f=>f))return 0;let l=Math.
max(0,...r.filter(f=>f<1-bi)),h=Math.min(l/(l+Th*(1-l)),1-bi),c=0;return a.forEach((f,u)=>{for(let p of f??[])
i?p=Math.min(p,kh):p<h||(p=0),c+=s[u]*(-Math.log1p(-p)-p)}),n/2*c}function xi(s,t,e){if(!D(s,t))return null;let{
values:n}=Z(ne(s,t),t);return Array.from(n,o=>Math.min(Math.max(e*o,0),1))}function Eh(s,t,e){let n=new Float64Array(
e);for(let i=0;i<t;i++)$(s,t,e,i).forEach((r,a)=>n[a]+=s[i]*r);let o=new Float64Array(e*e);for(let i=0;i<t;i++){
let r=$(s,t,e,i),a=E(s,t,e,i);for(let l=0;l<e;l++)for(let h=0;h<e;h++){let c=(r[l]-n[l])*(r[h]-n[h]);o[l*e+h]+=
s[i]*(c+a[l*e+h])}}return o}var Lh=5e-324;function xt({X:s,N:t,D:e},n,o,i){return et(z(s,t,e,n,o,i),t,o),i}function vi(s,t,e,n,o){xt(t,e,n,
o);let i=0;for(let r=0;r<t.N*n;r++){let a=s[r];a>0&&(i+=a*(Math.log(a)-Math.log(Math.max(o[r],Lh))))}return Math.
max(i,0)}function _(s){return s===0?"start":s%2?"E":"M"}function $t(s){return Math.ceil(s/2)}var It=class{constructor(t,e,n,o=null){
this.run=t,this.data=e,this.regCovar=n,this.own=o??new Map,this.isOfOwnSteps=!!o,this.K=t.K,this.width=N(this.
K,e.D),this.gaps=new Map,this.kept={index:-1,values:new Float64Array(e.N*this.K)},this.scratch=null,this.verdict=
null}get last(){return this.run.last}get nll(){return this.run.nll}get isRunning(){return this.run.ended==="ru\
nning"}get failed(){return this.run.ended==="failed"?this.last:-1}get judged(){let{run:t,data:e,regCovar:n}=this;
if(this.isRunning)return{flaw:"",ridge:"",ridged:[]};if(!this.verdict){let o=this.rowAt(t.nll.length-1),i=t.ended===
"failed"?null:Fe(o,t.K,e,n),r=t.ended!=="failed"&&t.nll.length>1;this.verdict={flaw:i?Re(i):"",ridge:r?Mi(o,t.
K,e.D,e.N,n):"",ridged:_i(t,e.N,n)}}return this.verdict}effective(t){return t===this.failed?t-1:t}rowAt(t){return this.
run.params.subarray(t*this.width,(t+1)*this.width)}paramsIndex(t){return this.effective(t)>>1}row(t){return this.
rowAt(this.paramsIndex(t))}nllAt(t){return this.nll[this.paramsIndex(t)]}responsibilitiesIndex(t){let e=this.effective(
t);return e===0?-1:e-1>>1}responsibilities(t){let e=this.responsibilitiesIndex(t);return e<0?null:this.own.get(
e)??this._computed(e)}isOwn(t){return this.own.has(this.responsibilitiesIndex(t))}_computed(t){return this.kept.
index!==t&&(xt(this.data,this.rowAt(t),this.K,this.kept.values),this.kept.index=t),this.kept.values}gap(t){let e=this.
effective(t);if(e===0||this.data.isPart)return NaN;if(e%2)return this.isOwn(t)?this._klGap(t):0;let n=e>>1,o=this.
gaps.get(n);if(o!==void 0)return o;let i=this._klGap(t);return this.gaps.set(n,i),i}gapIfKnown(t){let e=this.effective(
t);return e%2||this.own.size?this.gap(t):this.gaps.get(e>>1)??NaN}_klGap(t){this.scratch??(this.scratch=new Float64Array(
this.data.N*this.K));let e=this.responsibilities(t);return vi(e,this.data,this.row(t),this.K,this.scratch)}rises(t){
return this.run.rises.includes(t)}};var Ph=["ellipses","trails","contours","truth"],Ih={running:"still running",converged:"converged",max_iter:"no\
t converged",stopped:"stopped",failed:"failed"};function O(s){return Number.isFinite(s)?(Math.abs(s)>=1e6||s!==
0&&Math.abs(s)<.005?s.toExponential(2):s.toFixed(2)).replace("-","−"):"not known"}function We(s){return s.closest(
"[data-voila]")?"reload the page":"run the cell again"}function he(s){let t=_(s);return t==="start"?"Start":`${t}\
-step`}function En(s){return`the ${_(s)}-step of iteration ${$t(s)}`}function Oi(s,t=!0,e=s.last){if(e!==s.last)
return s.failed<0?"":`, fails at ${En(s.failed)}`;let{ended:n}=s.run;return n==="running"&&!t?", no more of th\
is run was kept":n==="max_iter"&&s.last<2?"":`, ${Ih[n]}`}function Si(s,t){let e=s.nll.filter(Number.isFinite),
n=s.failed<0?"":`; EM fails at ${En(s.failed)}`;if(!e.length)return`The negative log-likelihood is not known${n}\
.`;let[o,i]=[e[0],e[e.length-1]].map(O),r=e.length-1;return`The negative log-likelihood ${`over ${r} iteration${r===
1?"":"s"}, from ${o} to ${i}`}${n}; marked: ${t}.`}function Ni(s,t){return`weights ${Array.from(s.row(t).subarray(
0,s.K),n=>n.toFixed(2)).join(" · ")}`}function ce(s,t){return s.last<2?`NLL ${O(s.nllAt(t))}`:`iteration ${$t(
t)} of ${$t(s.last)}, NLL ${O(s.nllAt(t))}`}function Ti(s,t,e){let n=e&&!s.data.isPart;if(t===s.failed)return s.
run.message;let o=_(t);if(o==="start")return`The starting parameters; no responsibilities have been computed y\
et.${s.failed<0?"":` EM fails at ${En(s.failed)}: ${s.run.message}`}`;let i=n?s.gap(t):NaN;if(o==="E"){if(s.isOwn(
t))return`Each sample is shared among the components as your e_step says, which is not the posterior.${i>1e-6?
` The bound stays ${O(i)} above the NLL.`:""}`;let f="Each sample is shared among the components as the mixtur\
e in the picture says.";return n?`${f} The bound touches the NLL.`:f}let r=s.nllAt(t)-s.nllAt(t-2),l=s.rises(t)?
`The NLL rises by ${O(r)}: an exact M-step after an exact E-step never does that${$h(s,t)}.`:`Weights, means a\
nd covariances are fitted to these responsibilities; the NLL ${r<0?`falls by ${O(-r)}`:"stays"}.`,h=t===s.last?
[s.run.message,s.judged.flaw].filter(Boolean).map(f=>` ${f}`).join(""):"",c=n?` These responsibilities are now\
 out of date: the bound is ${O(i)} above the NLL.`:"";return l+c+h}function $h(s,t){return s.judged.ridged.includes(
t)?` (but reg_covar = ${s.regCovar} moves the M-step off its optimum)`:""}function ki(s,t,e,n){let i=e===0?"in\
 grey":{blend:"in the blend of their responsibilities",hard:"in the colour of their most responsible component",
pie:"as pies of their responsibilities where components share them",none:"in grey"}[n.color],r=Ph.filter(a=>n[a]);
return`${t.data.N} samples of the data ${s.data} ${i}, ${t.K} component${t.K>1?"s":""}${r.length?` with ${r.join(
", ")}`:""}. ${he(e)}, ${ce(t,e)}.`}var Fh=["#0072B2","#D55E00","#009E73","#CC79A7","#E69F00","#56B4E9","#8C6D31","#000000"],Rh={light:"#6A3D9A",dark:"\
#C9A6F2"},Ch={light:"#00606B",dark:"#6FD3DF"};function Ft(s){let t=s.trim();if(t.startsWith("#")){let e=t.length===
4?t.replace(/[0-9a-f]/gi,"$&$&"):t;return[1,3,5].map(n=>parseInt(e.slice(n,n+2),16))}return(t.match(/[\d.]+/g)??
[]).slice(0,3).map(Number)}function jh(s){let[t,e,n]=Ft(s);return .299*t+.587*e+.114*n<128}function qe(s,t){let e=getComputedStyle(
s),n=e.backgroundColor,o=jh(n),i=Fh.map(r=>o&&r==="#000000"?"#FFFFFF":r);return{dark:o,paper:n,colors:i,colorBytes:i.
map(Ft),paperBytes:Ft(n),greyBytes:Ft(o?"#9A9A9A":"#767676"),ink:e.color,soft:o?"#B5B5B5":"#595959",line:o?"#4\
A4A4A":"#D5D5D5",alarm:o?"#FF9E80":"#A61B00",E:Rh[o?"dark":"light"],M:Ch[o?"dark":"light"],family:e.fontFamily,
size:parseFloat(e.fontSize),scale:t}}var Mt=s=>(t,e,n,o)=>{s.forEach(([i,r],a)=>t[a?"lineTo":"moveTo"](e+i*o,n+
r*o)),t.closePath()},Ei=[[-.34,-1],[.34,-1],[.34,-.34],[1,-.34],[1,.34],[.34,.34],[.34,1],[-.34,1],[-.34,.34],
[-1,.34],[-1,-.34],[-.34,-.34]],zh=Ei.map(([s,t])=>[(s-t)*.75,(s+t)*.75]),Bh=Array.from({length:10},(s,t)=>{let e=t%
2?.5:1.15;return[e*Math.sin(t*Math.PI/5),-e*Math.cos(t*Math.PI/5)]}),U=[(s,t,e,n)=>s.arc(t,e,.9*n,0,2*Math.PI),
Mt([[0,-1],[.95,.75],[-.95,.75]]),Mt([[-.8,-.8],[.8,-.8],[.8,.8],[-.8,.8]]),Mt([[0,-1.1],[1.1,0],[0,1.1],[-1.1,
0]]),Mt([[0,1],[.95,-.75],[-.95,-.75]]),Mt(Ei),Mt(zh),Mt(Bh)];var Wh={light:["#c7def4","#fbdba6","#f2b3a1","#dcc2ec","#d2c4ae","#dedede","#c4c4c4"],dark:["#163f66","#5a4413",
"#6b2c1c","#4a2d63","#46402f","#34363a","#4a4c50"]},ht=5,qh={"":()=>!1,dots:(s,t)=>s%4<1&&t%4<1,stripes:(s,t)=>(s+
t)%8<2,grid:(s,t)=>s<1||t<1},Kh=[...["","dots"].flatMap(s=>Array.from({length:ht},(t,e)=>({color:e,mark:s}))),
{color:ht,mark:"stripes"},{color:ht+1,mark:"grid"}];function Ge({status:s,level:t}){return s==="failed"||s==="\
collapsed"?2*ht+(s==="failed"?1:0):Math.min(t,ht-1)+(s==="unfinished"?ht:0)}var Rt=8;function Pi(s,t){let e=Wh[s.
dark?"dark":"light"];return Kh.map(({color:n,mark:o})=>Gh(Ft(e[n]),s,t,qh[o]))}function Gh(s,t,e,n){let[o,i]=[
s,t.greyBytes].map(([a,l,h])=>(-16777216|h<<16|l<<8|a)>>>0),r=Rt/e;return Uint32Array.from({length:e*e},(a,l)=>n(
l%e*r,Math.floor(l/e)*r)?i:o)}var Ke=class{constructor(){this.of=[],this.words=new Uint32Array(0)}paint(...t){
let[{words:e},...n]=t;if(n.every((o,i)=>o===this.of[i])){e.set(this.words);return}Uh(...t),this.words=e.slice(),
this.of=n}};function Uh({words:s,width:t,height:e},{box:n,x:o,y:i},{nx:r,ny:a,xs:l,ys:h},c,f){let u=Math.max(Math.
round(Rt*f.scale),1),p=Pi(f,u),m=Li(t,r,b=>(o.back(b+.5)-l[0])/(l[1]-l[0])),d=Li(e,a,b=>a===1?0:(i.back(b+.5)-
h[0])/(h[1]-h[0])),w=Math.min(Math.floor(n.left+n.width),t),y=Math.min(Math.floor(n.top+n.height),e);for(let b=Math.
ceil(n.top);b<y;b++)if(!(d[b]<0))for(let x=Math.ceil(n.left);x<w;x++){let M=m[x]<0?-1:c[d[b]*r+m[x]];M>=0&&(s[b*
t+x]=p[M][b%u*u+x%u])}}function Li(s,t,e){return Int32Array.from({length:s},(n,o)=>{let i=Math.floor(t*e(o));return i>=
0&&i<t?i:-1})}function Ii(s,t,e){let n=s.getContext("2d"),{width:o,height:i}=s,r=n.createImageData(o,i),a=Pi(e,
Rt)[t];new Uint32Array(r.data.buffer).forEach((l,h,c)=>{c[h]=a[Math.floor(h/o)%Rt*Rt+h%o%Rt]}),n.putImageData(
r,0,0)}function $i(s,t,{nx:e,ny:n,xs:o,ys:i},r,a){let[l,h]=[r%e,Math.floor(r/e)],c=u=>t.x.to(o[0]+u/e*(o[1]-o[0])),
f=u=>n===1?t.box.top+(1-u)*t.box.height:t.y.to(i[0]+u/n*(i[1]-i[0]));for(let[u,p]of[[a.paper,5],[a.ink,2]])s.strokeStyle=
u,s.lineWidth=p*a.scale,s.strokeRect(c(l),f(h+1),c(l+1)-c(l),f(h)-f(h+1))}var Hh={ArrowRight:[1,0],ArrowLeft:[-1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},Fi={collapsed:"a component collapses",
failed:"EM fails"};function Ri(s,t){if(!s)return"not computed yet.";let{status:e,nll:n}=s;if(e==="collapsed"||
e==="failed")return`${Fi[e]}.`;if(e==="unfinished")return`EM has not converged when it stops, at NLL ${O(n)}.`;
let o=n-t>.1?`${O(n-t)} above the best`:"the best";return`EM ends at NLL ${O(n)}, ${o} of this map.`}var Ue=class{constructor({
onopen:t,onchoose:e,onwalk:n,onleave:o,onstart:i,hasOwnSteps:r}){this.which=B("mean of component",[],l=>e(Number(
l))),this.legend=g("p",{class:"emx-legend"}),this.swatches=new Map,this.progress=g("span",{}),this.sentence=g(
"p",{class:"emx-sentence",role:"status"});let a=g("button",{type:"button",title:"arrow keys move on the map, E\
nter starts there",onfocus:()=>n(0,0),onblur:o,onclick:l=>l.detail===0&&i(),onkeydown:l=>{let h=Hh[l.key];h&&(l.
preventDefault(),l.stopPropagation(),n(...h))}},"Walk by arrow keys, Enter starts");this.element=g("details",{
class:"emx-own emx-map",ontoggle:()=>t(this.element.open)},g("summary",{},"Where may a mean start?"),g("p",{},
"Each place of the picture has the colour of the end that EM reaches if this mean starts there, and all else s\
tarts as it does now. A click starts there.",r?" These are the ends of the right E- and M-step.":""),g("div",{
class:"emx-bar"},this.which.element,a),this.legend,this.sentence)}showChoice(t,e){this.which.select.options.length!==
t&&this.which.show(Array.from({length:t},(n,o)=>String(o))),this.which.choose(e)}showGroups(t,e,n){let o=t.reduce(
(r,{count:a})=>r+a,0);this.progress.textContent=o<e?`${o} of ${e} places`:"";let i=new Map;for(let r of t){let a=Ge(
r),l=i.get(a);i.set(a,{...r,...l,count:(l?.count??0)+r.count})}this.legend.replaceChildren(...[...i].map(([r,a])=>g(
"span",{},this._swatch(r,n),` ${Dh(a)} (${Jh(a.count/o)})`)),this.progress)}_swatch(t,e){let n=`${t} ${e.dark}`,
o=this.swatches.get(n);return o||(o=g("canvas",{width:24,height:16,"aria-hidden":"true"}),Ii(o,t,e),this.swatches.
set(n,o)),o}say(t){this.sentence.textContent=t}};function Dh({status:s,level:t,nll:e}){if(s==="collapsed"||s===
"failed")return Fi[s];let n=t===0?", the best here":t>=ht-1?" and more":"";return`NLL ${O(e)}${n}${s==="unfini\
shed"?", not converged":""}`}function Jh(s){return s<.01?"<1%":`${Math.round(100*s)}%`}function Ci(s,t,e){let n=null,o=r=>{let a=t(it(s,r)[0]);return a===null?!1:(e(a),!0)};s.addEventListener("poin\
terdown",r=>{r.button!==0||!r.isPrimary||!o(r)||(n=r.pointerId,s.setPointerCapture(n))}),s.addEventListener("p\
ointermove",r=>r.pointerId===n&&o(r));let i=()=>n=null;s.addEventListener("pointerup",i),s.addEventListener("p\
ointercancel",i)}function it(s,t){let e=s.getBoundingClientRect(),n=s.width/e.width;return[(t.clientX-e.left)*
n,(t.clientY-e.top)*n]}function ct(s,t,e,n){let o=Float64Array.from(s),{D:i,origin:r,axes:a,shown:l}=n.plane,h=tt(s.length,i)+t*i;for(let c=0;c<
l;c++){let f=0;for(let u=0;u<i;u++)f+=(s[h+u]-r[u])*a[u*l+c];for(let u=0;u<i;u++)o[h+u]+=(e[c]-f)*a[u*l+c]}return o}var ji=40,Yh=100,Qh=160,He=class{constructor(t,e,n){this.app=e,this.isOpen=!1,this.k=0,this.cell=-1,this.map=null,
this.seen=null,this.layer=new Ke,this.shownAt=0,this.panel=new Ue({onopen:o=>this._open(o),onchoose:o=>{this.k=
o,e.screen.redraw()},onwalk:(o,i)=>this._walk(o,i),onleave:()=>this._look(-1),onstart:()=>this._start(),hasOwnSteps:n}),
t.addEventListener("pointermove",o=>this.map&&this._look(this._cellAt(t,o))),t.addEventListener("pointerleave",
()=>this._look(-1)),t.addEventListener("click",o=>{!this.map||e.drag.hasGrabbed||e.layout.own.isAdding||(this.
_look(this._cellAt(t,o)),this._start())})}_open(t){this.isOpen=t,t||this._end(),this.app.screen.redraw()}_end(){
this.map&&this.app.showing.runs.stopFindingEnds(),this.map=this.seen=null,this.cell=-1}_key(){let{trace:t,dragged:e,
data:n,choice:o}=this.app.scene,i=(e??t)?.row(0);if(!i||!t||!n)return"";let r=Array.from(ct(i,this.k,[0,0],n),
a=>a.toPrecision(9));return JSON.stringify([ee(o),n.N,t.K,o.reg_covar,this.k,r])}under(t,e,n){let{trace:o,dragged:i,
choice:r}=this.app.scene;if(!this.isOpen||!o||o.K!==r.n_components)return;this.k>=o.K&&(this.k=0),this.panel.showChoice(
o.K,this.k);let a=this._key();if(a!==this.map?.key){if(i)return;this._ask(a,e)}let{map:l}=this;if(l){if(!this.
seen){let{groups:h,which:c}=yi(l.ends),f=Jo(l.grid,c.map(u=>u<0?-1:Ge(h[u])));this.seen={classes:f,best:h[0]?.
nll??NaN},this.panel.showGroups(h,l.order.length,n),this._say()}this.layer.paint(t,e,l.grid,this.seen.classes,
n)}}_ask(t,{x:e,y:n,flat:o}){let{trace:i,data:r}=this.app.scene;if(!i||!r)return;let a={nx:o?Qh:ji,ny:o?1:ji,xs:[
e.low,e.high],ys:o?[0,0]:[n.low,n.high]},l=Do(a),h=i.row(0),c=new Float64Array(l.length*h.length);l.forEach((f,u)=>{
c.set(ct(h,this.k,Ie(a,f),r),u*h.length)}),this.map={key:t,grid:a,order:l,ends:new Array(l.length).fill(void 0),
known:0},this.seen=null,this.app.showing.runs.findEnds({key:t,data:r,K:i.K,rows:c,regCovar:i.regCovar})}hear({
key:t,numbers:e,ends:n}){let{map:o}=this;if(t!==o?.key)return;e.forEach((r,a)=>{o.ends[o.order[r]]=n[a]}),o.known=
o.ends.filter(Boolean).length;let i=performance.now();o.known<o.order.length&&i-this.shownAt<Yh||(this.shownAt=
i,this.seen=null,this.app.screen.redraw())}over(t,e,n){this.map&&this.cell>=0&&$i(t,e,this.map.grid,this.cell,
n)}_cellAt(t,e){let{x:n,y:o}=this.app.screen.plane.framed,[i,r]=it(t,e);return this.map?Yo(this.map.grid,[n.back(
i),o.back(r)]):-1}_walk(t,e){let{map:n}=this;if(!n)return;let{nx:o,ny:i}=n.grid,r=this.cell<0?Math.floor(i/2)*
o+Math.floor(o/2):this.cell,a=(l,h)=>Math.min(Math.max(l,0),h-1);this._look(a(Math.floor(r/o)+e,i)*o+a(r%o+t,o))}_look(t){
t!==this.cell&&(this.cell=t,this._say(),this.app.screen.redraw())}_say(){let{map:t,cell:e,seen:n}=this,{data:o}=this.
app.scene;if(!t||e<0||!o){this.panel.say("");return}let r=Ie(t.grid,e).slice(0,o.labels.length).map((a,l)=>`${o.
labels[l]} = ${O(a)}`).join(", ");this.panel.say(`Mean ${this.k} at ${r}: ${Ri(t.ends[e],n?.best??NaN)}`)}_start(){
let{map:t,cell:e}=this,{trace:n,data:o,canRun:i}=this.app.scene;!t||e<0||!n||!o||!i||this.app.startFrom(ct(n.row(
0),this.k,Ie(t.grid,e),o))}};var zi="identity",Ln="random points",Xh="The seed changes nothing here: EM starts from your own start.",Vh=10;
function Bi({X:s,N:t,D:e}){let n=s.reduce((i,r)=>Math.max(i,Math.abs(r)),0)||1,o=s.reduce((i,r)=>i+(r/n)**2,0);
return n*Math.sqrt(o/(t*e))>Vh}function Pn(s,t){return t.start===S&&se(s)===se(t)&&s.seed!==t.seed?Xh:""}function Wi({
start:s,own_start:t,n_components:e},n,o){if(s===S&&t.length!==N(e,n.D)){let i=o===zi&&Bi(n)?Ln:o;return{start:i,
remark:`Your own start is for other features: EM starts from ${i} again.`}}if(s===zi&&Bi(n)){let i=`These data\
 lie far from 0, where the start "identity" puts its means: EM starts from ${Ln}.`;return{start:Ln,remark:i}}return{
start:s,remark:""}}var Zh={f8:Float64Array,f4:Float32Array,i4:Int32Array,i1:Int8Array};function fe(s){let t=new Uint8Array(s.byteLength);
t.set(new Uint8Array(s.buffer,s.byteOffset,s.byteLength));let e=new DataView(t.buffer).getUint32(0,!0),n=JSON.
parse(new TextDecoder().decode(t.subarray(4,4+e))),o={};for(let[i,r]of Object.entries(n.arrays)){let{dtype:a,shape:l,
offset:h}=r,c=l.reduce((f,u)=>f*u,1);o[i]=new Zh[a](t.buffer,4+e+h,c)}return{words:n.words,arrays:o}}function qi(s){
let t=atob(s),e=new Uint8Array(t.length);for(let n=0;n<t.length;n++)e[n]=t.charCodeAt(n);return e}var tc=40,Ki=8e3,Ct="That run of your functions was not kept, and Python no longer holds this explorer.",De=class{constructor(t,e){
this.datasets=t,this.send=e,this.answers=new Map,this.asked=null,this.next=null,this.client=Math.random().toString(
36).slice(2),this.requests=0,this.listeners=new Set}of(t){return this.answers.get(I(t))}take(t,e){let{words:n,
arrays:o}=fe(e),i=I(t);this.answers.delete(i),this.answers.set(i,n.problem?n:{trace:ec(n.run,o,this.datasets.of(
t),t)}),this.answers.size>tc&&this.answers.delete(this.answers.keys().next().value)}takeKept(t){let{words:e}=fe(
t);return this.take(e.config,t),e.config}ask(t){let e=I(t);if(this.asked&&performance.now()-this.asked.at<Ki){
this.next=this.asked?.key===e?null:{key:e,choice:t},this.next&&setTimeout(()=>this._askNext(),Ki);return}this.
_ask(e,t)}_ask(t,e){this.next=null;let n=++this.requests;this.asked={key:t,choice:e,request:n,at:performance.now()};
try{this.send?.({client:this.client,request:n,what:"run",config:e})}catch{this.asked=null}}_askNext(){this.next&&
this._ask(this.next.key,this.next.choice)}hear({client:t,request:e},n){let{asked:o}=this;if(!(!o||t!==this.client||
e!==o.request)){this.asked=null,this.take(o.choice,n[0]),this._askNext();for(let i of this.listeners)i(o.choice)}}};
function ec(s,t,e,n){let o=s.n_components,i=new Map,r=e.N*o;for(let[l,h]of s.own.entries())i.set(h,t.own.subarray(
l*r,(l+1)*r));let a={...s,K:o,D:e.D,failure:null,params:t.params,nll:t.nll};if(a.params.length!==a.nll.length*
N(o,e.D))throw new Error("That run is of other data.");return new It(a,e,n.reg_covar,i)}var Je=class{constructor(t,e){this.app=t,this.startBefore=e.find(n=>n!==S)}choose(t){let{scene:e,layout:n,showing:o}=this.
app,i=e.choice,r={...i,...t},a="";if(r.n_components!==i.n_components&&r.start===S&&!t.own_start&&(r.start=this.
startBefore,a=`Your own start has another K: EM starts from ${r.start} again.`),t.data===v&&!t.own_points&&n.own.
fit(r),t.data&&t.data!==v&&n.own.leave(),t.data&&(a=this._fitStart(r)||a),a||(a=Pn(i,r)),!o.has(r)){n.showChoice(
i),this.app.say(Ct);return}r.start!==S&&(this.startBefore=r.start),e.choice=r,o.load(a),this.app.onchoice(r)}_fitStart(t){
let e=t.data===v&&!t.own_points.length,{datasets:n}=this.app.showing.runs;if(e||!(t.data===v||n.named.has(t.data)))
return"";let{start:o,remark:i}=Wi(t,n.of(t),this.startBefore);return t.start=o,i}takePoints(t,e){let{scene:n,layout:o,
showing:i}=this.app;i.runs.datasets.describe(t,e);let r=Math.min(n.choice.n_components,t.length);o.own.leave(),
this.choose({data:v,own_points:t,n_components:r})}adopt(t){let{scene:e,showing:n}=this.app,o=e.choice;JSON.stringify(
t)!==JSON.stringify(o)&&(e.choice=t,n.load(Pn(o,t)))}};function F(s,t,e,n){let{D:o,origin:i,axes:r,shown:a}=e,l=$(s,t,o,n),h=E(s,t,o,n),c=[0,0],f=[0,0,0];for(let u=0;u<
o;u++){for(let p=0;p<a;p++)c[p]+=(l[u]-i[u])*r[u*a+p];for(let p=0;p<o;p++){let m=h[u*o+p],d=r[u*a],w=a>1?r[u*a+
1]:0;f[0]+=d*m*r[p*a],a>1&&(f[1]+=d*m*r[p*a+1],f[2]+=w*m*r[p*a+1])}}return{weight:s[n],place:c,spread:f}}function jt([
s,t,e]){let n=(s+e)/2,o=Math.hypot((s-e)/2,t);return{long:Math.sqrt(Math.max(n+o,0)),short:Math.sqrt(Math.max(
n-o,0)),angle:.5*Math.atan2(2*t,s-e)}}function Gi(s,t,e){let n=0;for(let{weight:o,place:i,spread:r}of s){let[a,
l,h]=r,c=a*h-l*l;if(!(c>0))continue;let f=t-i[0],u=e-i[1],p=(h*f*f-2*l*f*u+a*u*u)/c;n+=o*Math.exp(-.5*p)/(2*Math.
PI*Math.sqrt(c))}return n}function In({weight:s,place:t,spread:e},n){let o=(n-t[0])**2/e[0];return s*Math.exp(
-.5*o)/Math.sqrt(2*Math.PI*e[0])}function ue(s,t){let e=s/Math.max(t,1),n=10**Math.floor(Math.log10(e));return[1,2,5,10].map(o=>o*n).find(o=>o>=
e)??10*n}function Ui(s,t,e){let n=ue(t-s,e),o=Math.max(Math.abs(s),Math.abs(t))/n>=Number.MAX_SAFE_INTEGER;if(!(t>
s)||o)return[s];let i=[];for(let r=Math.ceil(s/n-1e-9);r*n<=t+1e-9*n;r++)i.push(r*n||0);return i}function Hi(s,t,e=Math.
abs(s)){Math.abs(s)<1e-9*t&&(s=0);let n=-Math.floor(Math.log10(t)+1e-9),o=Math.floor(Math.log10(Math.abs(s)||1)+
1e-9),i=e<1e6&&n<=5;return!i&&s===0?"0":(i?s.toFixed(Math.max(0,n)):s.toExponential(Math.min(Math.max(o+n,0),12))).
replace(/^-(0\.?0*)$/,"$1").replace("-","−")}function Di(s){let[t,e]=[s[0],s[s.length-1]];if(!(e>t)||t<=0&&e>=
0)return 0;let[n,o]=[Math.abs(t),Math.abs(e)].sort((c,f)=>c-f),i=(c,f)=>Math.floor(c/10**f),r=(c,f)=>{let u=c;
for(;!f(u);)u--;return u+1},a=Math.ceil(Math.log10(o)),l=r(a,c=>i(n,c)!==i(o,c));(o-n)/10**l<=.01&&(l=r(a,c=>i(
o,c)-i(n,c)>1));let h=i(o,l);return h>=1e3?Math.sign(t)*Number((h*10**l).toPrecision(15)):0}function Ye(s){return(Math.
abs(s)>=1e6||s!==0&&Math.abs(s)<.001?s.toExponential().replace("e+","e"):String(s)).replaceAll("-","−")}function zt(s,t,e){
let n=1/0,o=-1/0;for(let i=e;i<s.length;i+=t)n=Math.min(n,s[i]),o=Math.max(o,s[i]);return[n,o]}function nt([s,
t],[e,n]){let o=(n-e)/(t-s||1);return{low:s,high:t,to:i=>e+(i-s)*o,back:i=>s+(i-e)/o}}function $n([s,t]){return t-
s>1e-12*Math.max(Math.abs(s),Math.abs(t))?t-s:0}function Ji(s){return Math.max(1,...s.flat().map(t=>1e3*1e-12*
Math.abs(t)))}function sc(s,t=.08){let e=t*($n(s)||Ji([s]));return[s[0]-e,s[1]+e]}function Qe(s,t,e,n=.08){let o=[
$n(s),$n(t)],[i,r]=[...o].sort((p,m)=>p-m),a=!(i>0&&i<.25*r),l=r||Ji([s,t]),h=[e.width,e.height],c=h.map((p,m)=>p/
(o[m]+2*n*(a?l:o[m])));a&&(c=c.fill(Math.min(...c)));let[f,u]=[s,t].map(([p,m],d)=>{let w=h[d]/c[d]/2;return[p+
(m-p)/2-w,p+(m-p)/2+w]});return{equal:a,units:c,x:nt(f,[e.left,e.left+e.width]),y:nt(u,[e.top+e.height,e.top])}}
function Yi(s,t,e,n){let o=[];for(let i=0;i<e-1;i++)for(let r=0;r<t-1;r++){let a=i*t+r,l=[s[a],s[a+1],s[a+t+1],
s[a+t]],h=[];for(let c=0;c<4;c++){let f=l[c]-n,u=l[(c+1)%4]-n;if(f<0==u<0)continue;let p=f/(f-u);h.push([[r+p,
i],[r+1,i+p],[r+1-p,i+1],[r,i+1-p]][c])}for(let c=0;c+1<h.length;c+=2)o.push([...h[c],...h[c+1]])}return o}function Qi(s,t){
let e=sc(s),n=8/(Math.sqrt(2*Math.PI)*(e[1]-e[0])),o=t.top+t.height*(1-.2);return{x:nt(e,[t.left,t.left+t.width]),
y:nt([0,n],[o,t.top]),units:[1,1],equal:!0}}var nc=.1,oc=[.75,.25];function Xi(s,t,e,n){let{clientWidth:o,clientHeight:i}=s,r=window.devicePixelRatio||1;s.
width=Math.round(o*r),s.height=Math.round(i*r);let a=s.getContext("2d");if(!a||!s.width)return;let l=qe(s,r),h={
left:0,top:0,width:s.width,height:s.height},c=n.plane.shown===1,f=c?[0,0]:zt(n.places,2,1),{x:u,y:p,units:m}=Qe(
zt(n.places,2,0),f,h,nc);a.lineWidth=1.6*r;for(let d=0;d<e;d++){let{place:w,spread:y}=F(t,e,n.plane,d);if(a.strokeStyle=
l.colors[d%l.colors.length],a.beginPath(),c){let b=2*Math.sqrt(y[0]),x=s.height*oc[d%2];a.moveTo(u.to(w[0]-b),
x),a.lineTo(u.to(w[0]+b),x)}else{let[b,x]=m,{long:M,short:A,angle:T}=jt([y[0]*b*b,y[1]*b*x,y[2]*x*x]);if(!Number.
isFinite(M+w[0]+w[1]))continue;a.ellipse(u.to(w[0]),p.to(w[1]),2*M,2*A,-T,0,2*Math.PI)}a.stroke()}}var Fn={bic:"BIC",heldOut:"held-out NLL"},Rn="BIC is 2 NLL + p log N of the best run of each K, with p free pa\
rameters. For the held-out NLL, EM goes on from that run with every second sample only; its NLL is that of the\
 other half. The lowest is bold.",Xe=class{constructor(t){this.values={bic:new Map,heldOut:new Map},this.cells=
new Map;for(let e of this.names)for(let n of t)this.cells.set(`${e} ${n}`,g("td",{class:"emx-criterion"}));this.
heads=this.names.map(e=>g("th",{scope:"col",title:Rn},Fn[e])),this.sentence=g("p",{class:"emx-selection"},Rn)}get names(){
return Object.keys(Fn)}cellsOf(t){return this.names.map(e=>this.cells.get(`${e} ${t}`))}clear(){for(let t of this.
names)this.values[t].clear();this._show()}show(t,e){for(let n of this.names)this.values[n].set(t,e[n]);this._show()}_show(){
for(let n of this.cells.values())n.textContent="",delete n.dataset.lowest;let t=[];for(let n of this.names){let o=ic(
this.values[n]);for(let[i,r]of this.values[n]){let a=this.cells.get(`${n} ${i}`);a&&(a.textContent=Number.isFinite(
r)?r.toFixed(1).replace("-","−"):"–",i===o&&(a.dataset.lowest="",t.push(`the ${Fn[n]} at K = ${i}`)))}}let e=t.
length?` Lowest so far: ${t.join(", ")}.`:"";this.sentence.textContent=Rn+e}};function ic(s){let t=[...s].filter(
([,e])=>Number.isFinite(e));return t.length?t.reduce((e,n)=>n[1]<e[1]?n:e)[0]:null}var Vi=[.1,1,10,100],Cn={poor:"▾",collapsed:"×",unfinished:"…",failed:"!",good:""},jn={good:"good",poor:"\
poor",collapsed:"collapsed",unfinished:"not converged",failed:"failed"};function Zi({status:s,gap:t}){if(s==="\
collapsed"||s==="failed"||Number.isNaN(t))return"none";let e=Vi.findIndex(n=>t<=n);return e<0?Vi.length:e}function tr(){
let s=(e,n)=>g("span",{},g("i",{"data-level":e,"aria-hidden":"true"}),n),t=e=>g("span",{},g("b",{"aria-hidden":"\
true"},Cn[e]),` ${jn[e]}`);return g("p",{class:"emx-legend"},"Final NLL above the best of this K: ",s(0,"< 0.1"),
s(1,"< 1"),s(2,"< 10"),s(3,"< 100"),s(4,"≥ 100"),...["poor","collapsed","unfinished","failed"].map(t))}function er(s,t,e){let n=o=>{t()&&(s.forEach((i,r)=>i.hidden=r>=o),requestAnimationFrame(()=>o<s.length?n(o+2):
e()))};n(2)}var sr="Choose a cell to see the end of its run.",zn=(s,t)=>`K ${s}, seed ${t}`,Ve=class{constructor(t,e,n,o){
this.onpick=n,this.draw=o,this.selection=new Xe(t),this.thumbnail=g("canvas",{class:"emx-thumbnail","aria-hidd\
en":"true"}),this.ends=new Map,this.why="",this.cells=new Map,this.sentences=new Map,this.chosen="",this.picked=
"";let i=g("tr",{},g("th",{scope:"col"},"K \\ seed"),...e.map(r=>g("th",{scope:"col"},String(r))),...this.selection.
heads);this.rows=t.map(r=>g("tr",{},g("th",{scope:"row"},String(r)),...e.map(a=>g("td",{},this._cell(r,a))),...this.
selection.cellsOf(r))),this.table=g("table",{onkeydown:r=>this._walk(r,t,e)},g("thead",{},i),g("tbody",{},...this.
rows)),this.sentence=g("p",{class:"emx-sentence",role:"status"},sr),this.element=g("div",{class:"emx-atlas"},g(
"div",{class:"emx-scroll"},this.table),g("div",{class:"emx-told"},this.thumbnail,this.sentence),tr(),this.selection.
sentence)}open(t){this.element.hidden=!1,er(this.rows,()=>!this.element.hidden,t)}close(){this.element.hidden=
!0,this.clear()}_cell(t,e){let n=`${t} ${e}`,o=`K = ${t}, seed ${e}: not computed yet.`,i=()=>this._say(n,this.
why||o),r=g("button",{type:"button",tabindex:"-1","aria-label":zn(t,e),onclick:()=>this._pick(t,e),onfocus:i,onmouseenter:i,
onmouseleave:()=>this._say(this.chosen)});return this.cells.set(n,r),r}_pick(t,e){this.picked=`${t} ${e}`,this.
onpick(t,e)}clear(t=""){this.sentences.clear(),this.ends.clear(),this.selection.clear(),this.why=t,this.thumbnail.
hidden=!0,this.sentence.textContent=t||sr;for(let[e,n]of this.cells){if(!n.dataset.level)continue;n.textContent=
"";let[o,i]=e.split(" ").map(Number);n.setAttribute("aria-label",zn(o,i)),delete n.dataset.level}}showRow(t,e,n){
let o=this.sentences.get(this.chosen);for(let[i,r]of e){let a=`${t} ${i}`,l=this.cells.get(a);if(!l)continue;let{
status:h,nll:c,sentence:f}=r,u=String(Zi(r)),p=`${zn(t,i)}: ${jn[h]}, NLL ${O(c)}`;(l.dataset.level!==u||l.getAttribute(
"aria-label")!==p)&&(l.dataset.level=u,l.textContent=Cn[h],l.setAttribute("aria-label",p)),this.ends.set(a,n.get(
i)??new Float64Array),this.sentences.set(a,`K = ${t}, seed ${i}. ${f}`)}this.sentences.get(this.chosen)!==o&&this.
_say(this.chosen)}choose(t,e){this.cells.get(this.chosen)?.removeAttribute("aria-current"),this.cells.get(this.
chosen)?.setAttribute("tabindex","-1"),this.chosen=`${t} ${e}`,this.picked!==this.chosen&&(this.picked="");let n=this.
cells.get(this.chosen);n?.setAttribute("aria-current","true"),n?.setAttribute("tabindex","0"),this._say(this.chosen)}_say(t,e=this.
sentence.textContent??""){let n=this.ends.get(t),o=t===this.picked&&t===this.chosen?" The pictures have gone t\
o its end.":"",i=this.sentences.get(t);this.sentence.textContent=i?i+o:e,this.thumbnail.hidden=!n,n&&this.draw(
this.thumbnail,n,Number(t.split(" ")[0]))}_walk(t,e,n){let i={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],
ArrowUp:[-1,0]}[t.key],r=[...this.cells].find(([,c])=>c===t.target);if(!i||!r)return;t.preventDefault(),t.stopPropagation();
let[a,l]=r[0].split(" ").map(Number),h=`${nr(e,a,i[0])} ${nr(n,l,i[1])}`;r[1].setAttribute("tabindex","-1"),this.
cells.get(h)?.setAttribute("tabindex","0"),this.cells.get(h)?.focus()}};function nr(s,t,e){return s[Math.min(Math.
max(s.indexOf(t)+e,0),s.length-1)]}var or=2*Math.PI,P=s=>String(Number(s.toFixed(2))),Ze=(...s)=>s.every(Number.isFinite),ts=class{constructor(){
this.path=""}beginPath(){this.path=""}moveTo(t,e){Ze(t,e)&&(this.path+=`M${P(t)} ${P(e)}`)}lineTo(t,e){Ze(t,e)&&
(this.path+=`${this.path?"L":"M"}${P(t)} ${P(e)}`)}closePath(){this.path+="Z"}rect(t,e,n,o){Ze(t,e,n,o)&&(this.
path+=`M${P(t)} ${P(e)}h${P(n)}v${P(o)}h${P(-n)}Z`)}arc(t,e,n,o,i){this.ellipse(t,e,n,n,0,o,i)}ellipse(t,e,n,o,i,r,a){
let[l,h]=[Math.cos(i),Math.sin(i)],c=m=>{let[d,w]=[n*Math.cos(m),o*Math.sin(m)];return[t+d*l-w*h,e+d*h+w*l]};if(!Ze(
t,e,n,o,i,r,a))return;let f=a-r>=or-1e-9;f?this.moveTo(...c(r)):this.lineTo(...c(r));let u=`${P(n)} ${P(o)} ${P(
i*180/Math.PI)}`,p=f?[r+Math.PI,r+or]:[a];for(let m of p){let d=!f&&a-r>Math.PI?1:0;this.path+=`A${u} ${d} 1 ${c(
m).map(P).join(" ")}`}f&&this.closePath()}};var rc={top:.8,middle:.35,bottom:-.2,alphabetic:0},ac={left:"start",start:"start",center:"middle",right:"end",
end:"end"},ar=s=>s.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;").replaceAll('"',"&quot\
;"),ir=s=>Object.entries(s).map(([t,e])=>` ${t}="${ar(typeof e=="number"?P(e):e)}"`).join("");function rr(){return{
fillStyle:"#000",strokeStyle:"#000",lineWidth:1,lineJoin:"miter",lineCap:"butt",globalAlpha:1,font:"10px sans-\
serif",textAlign:"start",textBaseline:"alphabetic",dash:[],groups:0}}var es=class extends ts{constructor(t,e,n,o=()=>""){
super(),Object.assign(this,rr()),this.name=t,this.measure=e,this.canvas=n,this.encode=o,this.parts=[],this.clips=
0,this.saved=[]}get text(){let t=this.saved.reduce((e,{groups:n})=>e+n,this._state.groups);return this.parts.join(
`
`)+"</g>".repeat(t)}get _state(){return this}save(){let t=Object.keys(rr()),e=Object.fromEntries(t.map(n=>[n,this[n]]));
this.saved.push(e),this._state.groups=0}restore(){let t=this.saved.pop();t&&(this.parts.push("</g>".repeat(this.
_state.groups)),Object.assign(this,t))}_group(t){this.parts.push(`<g${ir(t)}>`),this._state.groups+=1}translate(t,e){
this._group({transform:`translate(${P(t)} ${P(e)})`})}rotate(t){this._group({transform:`rotate(${P(t*180/Math.
PI)})`})}clip(){let t=`${this.name}-${this.clips++}`;this.parts.push(`<clipPath id="${t}"><path d="${this.path}\
"/></clipPath>`),this._group({"clip-path":`url(#${t})`})}stroke(){this._path({fill:"none",...this._pen()})}fill(){
this._path({fill:this._state.fillStyle})}fillRect(t,e,n,o){this._element("rect",{x:t,y:e,width:n,height:o,fill:this.
_state.fillStyle})}strokeRect(t,e,n,o){this._element("rect",{x:t,y:e,width:n,height:o,fill:"none",...this._pen()})}fillText(t,e,n){
this._text(t,e,n,{fill:this._state.fillStyle})}strokeText(t,e,n){this._text(t,e,n,{fill:"none",...this._pen()})}measureText(t){
return this.measure(t,this._state.font)}setLineDash(t){this._state.dash=t}createImageData(t,e){return{width:t,
height:e,data:new Uint8ClampedArray(4*t*e)}}putImageData(t){let{width:e,height:n}=t;this._element("image",{x:0,
y:0,width:e,height:n,href:this.encode(t)})}_pen(){let{strokeStyle:t,lineWidth:e,lineJoin:n,lineCap:o,dash:i}=this.
_state;return{stroke:t,"stroke-width":e,...n==="miter"?{}:{"stroke-linejoin":n},...o==="butt"?{}:{"stroke-line\
cap":o},...i.length?{"stroke-dasharray":i.map(P).join(" ")}:{}}}_path(t){this.path&&this._element("path",{d:this.
path,...t})}_text(t,e,n,o){let{font:i,textAlign:r,textBaseline:a}=this._state,[,l,h,c]=i.match(/^(\d+ )?([\d.]+)px (.*)$/)??
["","","10","sans-serif"];this._element("text",{x:e,y:n+(rc[a]??0)*Number(h),"font-size":Number(h),"font-famil\
y":c,...l?{"font-weight":l.trim()}:{},"text-anchor":ac[r],...o},t)}_element(t,e,n=""){let{globalAlpha:o}=this.
_state,i=o===1?e:{...e,opacity:o};this.parts.push(`<${t}${ir(i)}${n?`>${ar(n)}</${t}>`:"/>"}`)}};var lc=.86,hc=1.6;function k(s,t,e,n,o){s.beginPath(),s.moveTo(t,e),s.lineTo(t+n,e+o),s.stroke()}function ft(s,t){
s.font=`${lc*t.size*t.scale}px ${t.family}`}function Bn(s,t,e,n=!1){let o=ue(t-s,e),i=Ui(s,t,e),r=n?Di(i):0,a=Math.
max(...i.map(l=>Math.abs(l-r)));return i.map(l=>({value:l,offset:r,text:Hi(l-r,o,a)}))}function lr(s,t){let e=t[0]?.
offset;return e?`${s} ${e>0?"−":"+"} ${Ye(Math.abs(e))}`:s}function hr(s,t){return t.reduce((e,{text:n})=>Math.
max(e,s.measureText(n).width),0)}function cc(s,t,e,n,o){let i=Math.min(8,n/(4.5*o)),r=Bn(t,e,i,!0);for(;i>1&&r.
length*(hr(s,r)+o)>n;)i/=1.5,r=Bn(t,e,i,!0);return r}function _t(s,t,e,n=8,o=!1){return Bn(s.low,s.high,Math.min(
n,t/(3.5*e)),o)}function Bt(s,t,e){ft(s,e);let n=e.size*e.scale;return Math.ceil((hc+.7+hr(s,t)/n)*2)*.5*n}function Wt(s,t,e){
s.strokeStyle=e.line,s.lineWidth=e.scale,s.strokeRect(t.left,t.top,t.width,t.height),s.fillStyle=e.soft,ft(s,e)}
function qt(s,t,e,n,o,{own:i,note:r=""}={}){let a=o.size*o.scale;s.textAlign="center",s.textBaseline="top";let l=i??
cc(s,e.low,e.high,t.width,a);for(let{value:h,text:c}of l)k(s,e.to(h),t.top+t.height,0,.3*a),s.fillText(c,e.to(
h),t.top+t.height+.4*a);s.fillText(lr(n,l)+r,t.left+t.width/2,t.top+t.height+1.7*a)}function Kt(s,t,e,n,o,i,r=-.3*
i.size*i.scale){let a=i.size*i.scale;s.textAlign="right",s.textBaseline="middle";for(let{value:l,text:h}of n)k(
s,t.left,e.to(l),r,0),s.fillText(h,t.left-.45*a,e.to(l));s.save(),s.translate(.75*a,t.top+t.height/2),s.rotate(
-Math.PI/2),s.textAlign="center",s.fillText(lr(o,n),0,0),s.restore()}var fc=[.5,1.5,3,5,8,12],Y=64;function H(s,t){return[s.x.to(t[0]),s.y.to(s.flat?0:t[1])]}var ss=class{constructor(t,e){
this.context=t,this.framed=e}_parts(t,e,n){return Array.from({length:e},(o,i)=>F(t,e,n.plane,i))}mixture(t,e,n,o,i){
let r=this._parts(e.row(n),e.K,t);this.framed.flat?(o.contours||o.ellipses)&&this._curves(r,o,i):o.contours&&this.
_contours(r,i),o.trails&&this._trails(t,e,n,i),o.ellipses&&r.forEach((a,l)=>this._spread(a,i.colors[l%i.colors.
length],i,[]))}_spread({place:t,spread:e},n,o,i){let{context:r,framed:a}=this;r.strokeStyle=n,r.setLineDash(i.
map(l=>l*o.scale));for(let l of[1,2]){if(r.lineWidth=(l===1?2.4:1.6)*o.scale*Math.sqrt(o.size/14),r.beginPath(),
a.flat){let h=a.y.to(0)+(l===1?3:8)*o.scale,c=l*Math.sqrt(e[0]);r.moveTo(a.x.to(t[0]-c),h),r.lineTo(a.x.to(t[0]+
c),h)}else{let[h,c]=a.units,{long:f,short:u,angle:p}=jt([e[0]*h*h,e[1]*h*c,e[2]*c*c]),[m,d]=[a.x.to(t[0]),a.y.
to(t[1])];r.ellipse(m,d,f*l,u*l,-p,0,2*Math.PI)}r.stroke()}r.setLineDash([])}_trails(t,e,n,o){let{context:i,framed:r}=this,
a=e.paramsIndex(n);i.lineWidth=1.4*o.scale;for(let l=0;l<e.K;l++){i.strokeStyle=i.fillStyle=o.colors[l%o.colors.
length],i.beginPath();for(let f=0;f<=a;f++){let[u,p]=H(r,F(e.rowAt(f),e.K,t.plane,l).place);f?i.lineTo(u,p):i.
moveTo(u,p)}i.stroke();let[h,c]=H(r,F(e.rowAt(0),e.K,t.plane,l).place);i.beginPath(),i.arc(h,c,2.6*o.scale,0,2*
Math.PI),i.fill()}}_contours(t,e){let{context:n,framed:o}=this,{box:i,x:r,y:a}=o,l=new Float64Array(Y*Y),h=-1/0;
for(let u=0;u<Y;u++)for(let p=0;p<Y;p++){let m=i.left+p/(Y-1)*i.width,d=i.top+u/(Y-1)*i.height,w=Math.log(Gi(t,
r.back(m),a.back(d))+1e-300);l[u*Y+p]=w,h=Math.max(h,w)}n.strokeStyle=e.soft,n.lineWidth=e.scale,n.beginPath();
let c=i.width/(Y-1),f=i.height/(Y-1);for(let u of fc)for(let[p,m,d,w]of Yi(l,Y,Y,h-u))n.moveTo(i.left+p*c,i.top+
m*f),n.lineTo(i.left+d*c,i.top+w*f);n.stroke()}_curves(t,e,n){let{context:o,framed:i}=this,{box:r,x:a,y:l}=i,h=(c,f,u)=>{
o.strokeStyle=c,o.lineWidth=f*n.scale,o.beginPath();for(let p=r.left;p<=r.left+r.width;p+=2*n.scale)o.lineTo(p,
l.to(u(a.back(p))));o.stroke()};e.contours&&h(n.soft,1.6,c=>t.reduce((f,u)=>f+In(u,c),0)),e.ellipses&&t.forEach(
(c,f)=>{h(n.colors[f%n.colors.length],2,u=>In(c,u))})}end(t,e,n){let o=e.rowAt(e.nll.length-1);this._parts(o,e.
K,t).forEach((i,r)=>{this._spread(i,n.colors[r%n.colors.length],n,[2,3])})}grey(t,e,n,o){let i=this._parts(t,e,
n);if(this.framed.flat)this._curves(i,{color:"none",ellipses:!0},{...o,colors:[o.soft]});else for(let r of i)this.
_spread(r,o.soft,o,[])}truth(t,e){if(!t.truth)return;let{K:n,row:o}=t.truth;for(let i of this._parts(o,n,t)){this.
_spread(i,e.ink,e,[5,4]);let[r,a]=H(this.framed,i.place);k(this.context,r-5*e.scale,a,10*e.scale,0),k(this.context,
r,a-5*e.scale,0,10*e.scale)}}};function Wn(s,t,e,n,o){let{box:i}=s,[r,a]=H(s,F(t,e,n.plane,o).place),l=(f,u,p)=>Math.min(Math.max(f,u),u+p),[
h,c]=[l(r,i.left,i.width),l(a,i.top,i.height)];return{x:h,y:c,outside:h!==r||c!==a}}function cr(s,t,e,n,o,i){let r=n.
row(o),a=7.5*i.scale*Math.sqrt(i.size/14),l=Array.from({length:n.K},(h,c)=>Wn(t,r,n.K,e,c));s.font=`600 ${.95*
i.size*i.scale}px ${i.family}`,s.textAlign="left",s.textBaseline="bottom",l.forEach(({x:h,y:c,outside:f},u)=>{
s.beginPath(),U[u%U.length](s,h,c,a),s.strokeStyle=i.paper,s.lineWidth=5*i.scale,s.stroke(),s.strokeStyle=f?i.
colors[u%i.colors.length]:i.ink,s.lineWidth=1.6*i.scale,s.fillStyle=f?i.paper:i.colors[u%i.colors.length],s.fill(),
s.stroke()});for(let{x:h,y:c,text:f}of pc(l,1.5*a)){let u=uc(t,h,c,a,s.measureText(f).width);s.strokeStyle=i.paper,
s.lineWidth=4*i.scale,s.strokeText(f,...u),s.fillStyle=i.ink,s.fillText(f,...u)}}function uc({box:s},t,e,n,o){
return[t+1.2*n+o<s.left+s.width?t+.8*n:t-n-o,e-3*n>s.top?e-.6*n:e+2.8*n]}function pc(s,t){let e=[];return s.forEach(
({x:n,y:o},i)=>{let r=e.find(a=>Math.hypot(a.x-n,a.y-o)<t);r?r.text+=`, ${i}`:e.push({x:n,y:o,text:String(i)})}),
e}function fr(s,t,e,n,o){let{context:i,framed:r}=s,a=e.row(Math.min(n,e.last));s.grey(a,e.K,t,o);let l=o.size*o.
scale;i.font=`${.9*l}px ${o.family}`,i.textAlign="right",i.textBaseline="top",i.lineWidth=4*o.scale;for(let h=0;h<
e.K;h++){let[c,f]=H(r,F(a,e.K,t.plane,h).place);i.strokeStyle=o.paper,i.strokeText(String(h),c-.6*l,f+.4*l),i.
fillStyle=i.strokeStyle=o.soft,i.fillText(String(h),c-.6*l,f+.4*l),i.lineWidth=2*o.scale,k(i,c-.4*l,f,.8*l,0),
k(i,c,f-.4*l,0,.8*l),i.lineWidth=4*o.scale}}function ur(s,t,e,n,o){let{D:i}=e,r=n.length/i;if(s.strokeStyle=o.
ink,s.lineWidth=1.6*o.scale,s.setLineDash([7*o.scale,4*o.scale]),i===1)for(let l of wc(n))mc(s,t,l);if(i===2)for(let[
l,h]of yc(n,gc(t)))s.beginPath(),s.moveTo(...H(t,l)),s.lineTo(...H(t,h)),s.stroke();s.setLineDash([]),s.fillStyle=
o.paper,s.lineWidth=2*o.scale;let a=6*o.scale*Math.sqrt(o.size/14);for(let l=0;l<r;l++){let[h,c]=H(t,dc(n.subarray(
l*i,(l+1)*i),e));s.beginPath(),U[l%U.length](s,h,c,a),s.fill(),s.stroke()}}function mc(s,{box:t,x:e},n){s.beginPath(),
s.moveTo(e.to(n),t.top),s.lineTo(e.to(n),t.top+t.height),s.stroke()}function dc(s,{plane:{D:t,origin:e,axes:n,
shown:o}}){return Array.from({length:o},(i,r)=>{let a=0;for(let l=0;l<t;l++)a+=(s[l]-e[l])*n[l*o+r];return a})}
function gc({box:s,x:t,y:e}){let n=t.back(s.left+s.width)-t.back(s.left),o=e.back(s.top)-e.back(s.top+s.height);
return 4*Math.hypot(n,o)}function wc(s){let t=Float64Array.from(s).sort();return Array.from(t.subarray(1),(e,n)=>(e+
t[n])/2)}function yc(s,t){let e=s.length/2,n=[];for(let o=0;o<e;o++)for(let i=o+1;i<e;i++){let[r,a,l,h]=[s[2*o],
s[2*o+1],s[2*i],s[2*i+1]],c=Math.hypot(l-r,h-a);if(!(c>0))continue;let[f,u]=[(r+l)/2,(a+h)/2],[p,m]=[(a-h)/c,(l-
r)/c],[d,w]=[-t,t];for(let y=0;y<e;y++){let[b,x]=[s[2*y],s[2*y+1]],M=2*((b-r)*p+(x-a)*m),A=(f-b)**2+(u-x)**2-(f-
r)**2-(u-a)**2;y===o||y===i||(M>0?w=Math.min(w,A/M):M<0?d=Math.max(d,A/M):A<0&&(w=-1/0))}d<w&&n.push([[f+d*p,u+
d*m],[f+w*p,u+w*m]])}return n}var bc=(s,t)=>{let e=Math.atan2(s,-t),o=1-Math.abs((e/(2*Math.PI)*10+20)%2-1);return Math.hypot(s,t)<.48+.52*(1-
o)**1.6},os=[(s,t)=>s*s+t*t<.8,(s,t)=>t<.72&&t>1.9*Math.abs(s)-1.05,(s,t)=>Math.max(Math.abs(s),Math.abs(t))<.78,
(s,t)=>Math.abs(s)+Math.abs(t)<1.05,(s,t)=>t>-.72&&-t>1.9*Math.abs(s)-1.05,(s,t)=>Math.min(Math.abs(s),Math.abs(
t))<.34&&Math.max(Math.abs(s),Math.abs(t))<.95,(s,t)=>Math.min(Math.abs(s+t),Math.abs(s-t))<.46&&Math.max(Math.
abs(s),Math.abs(t))<.85,bc];function xc(s,t){let e=os[s%os.length],n=Math.ceil(t),o=[];for(let i=-n;i<=n;i++)for(let r=-n;r<=
n;r++){let a=0;for(let l=0;l<16;l++){let h=r-.5+(l%4+.5)/4,c=i-.5+(Math.floor(l/4)+.5)/4;e(h/t,c/t)&&a++}if(a){
let l=(Math.atan2(r,-i)/(2*Math.PI)+1)%1||.01;o.push({dx:r,dy:i,cover:a/16,turn:l})}}return o.sort((i,r)=>i.turn-
r.turn),{n:o.length,reach:n,dx:Int32Array.from(o,({dx:i})=>i),dy:Int32Array.from(o,({dy:i})=>i),cover:Float64Array.
from(o,({cover:i})=>i),turn:Float64Array.from(o,({turn:i})=>i)}}var ns=new Map,Mc=32;function qn(s){let t=ns.get(
s)??os.map((e,n)=>xc(n,s));return ns.size>=Mc&&ns.clear(),ns.set(s,t),t}var pe=class{constructor(t,e,n){this.width=
t,this.height=e,this.bytes=n,this.words=new Uint32Array(n.buffer,n.byteOffset,t*e)}clear([t,e,n]){this.words.fill(
(255<<24|n<<16|e<<8|t)>>>0)}draw({at:t,r:e,K:n,how:o,colors:i,grey:r,paper:a,radius:l,halo:h}){let c=t.length/
2,f=qn(l),u=qn(l+1),p=e&&o==="pie",[m,d]=p?[1.35*l,1.35*l+1].map(w=>qn(w)[0]):[];for(let w=0;w<c;w++){let y=Math.
round(t[2*w]),b=Math.round(t[2*w+1]),x=e?Gn(e,w*n,n):0,M=e?x%os.length:0;if(p&&m&&d&&e[w*n+x]<.97){h&&this._stamp(
y,b,d,a,h),this._pie(y,b,m,e,w*n,n,i);continue}h&&this._stamp(y,b,u[M],a,h),e?o!=="blend"?this._stamp(y,b,f[M],
i[x],1):this._stamp(y,b,f[M],Un(e,w*n,n,i),1):this._stamp(y,b,f[0],r,1)}}_stamp(t,e,n,o,i){if(!this._reaches(t,
e,n))return;let{bytes:r,words:a}=this,{n:l,dx:h,dy:c,cover:f}=n,{0:u,1:p,2:m}=o,d=(255<<24|Math.round(m)<<16|Math.
round(p)<<8|Math.round(u))>>>0;for(let w=0;w<l;w++){let y=(e+c[w])*this.width+t+h[w];if(a[y]===d)continue;let b=f[w]*
i;if(b===1){a[y]=d;continue}let x=4*y;r[x]+=(u-r[x])*b,r[x+1]+=(p-r[x+1])*b,r[x+2]+=(m-r[x+2])*b}}_pie(t,e,n,o,i,r,a){
if(!this._reaches(t,e,n))return;let{bytes:l,width:h}=this,{n:c,dx:f,dy:u,cover:p,turn:m}=n,d=0,w=o[i];for(let y=0;y<
c;y++){for(;w<=m[y]&&d<r-1;)w+=o[i+ ++d];let b=a[d],x=4*((e+u[y])*h+t+f[y]);l[x]+=(b[0]-l[x])*p[y],l[x+1]+=(b[1]-
l[x+1])*p[y],l[x+2]+=(b[2]-l[x+2])*p[y]}}_reaches(t,e,{reach:n}){return t>=n&&e>=n&&t<this.width-n&&e<this.height-
n}};function Gn(s,t,e){let n=0;for(let o=1;o<e;o++)s[t+o]>s[t+n]&&(n=o);return n}var Kn=new Float64Array(3);function Un(s,t,e,n){
Kn.fill(0);for(let o=0;o<e;o++)if(!(s[t+o]<1e-4))for(let i=0;i<3;i++)Kn[i]+=s[t+o]*n[o][i];return Kn}var pr=[[300,4.6],[1500,3.8],[5e3,2.6],[1/0,1.9]],is=5,ut=class{constructor(t){this.canvas=t,this.context=t.getContext(
"2d"),this.pixels=this.context.createImageData(1,1),this.image=new pe(1,1,this.pixels.data),this.framed={}}_frame(t,e,n){
let{width:o,height:i}=this.canvas,r=this.framed;if(r.data===t&&r.width===o&&r.height===i&&r.size===e.size*e.scale)
return;let a=t.plane.shown===1,l=zt(t.places,2,0),h=zt(t.places,2,1),f=n&&(!r.data||Ac(r.data,t))&&r.units&&!a&&
!r.flat&&r.width===o&&vc(r,l,h),{box:u,x:p,y:m,units:d,equal:w}=f?r:this._fitted(l,h,a,e),y=new Float64Array(2*
t.N);for(let b=0;b<t.N;b++){y[2*b]=p.to(t.places[2*b]);let x=u.height*(1-.2*(.15+.7*(b*.618034%1)));y[2*b+1]=a?
u.top+x:m.to(t.places[2*b+1])}this.framed={data:t,width:o,height:i,size:e.size*e.scale,box:u,x:p,y:m,units:d,equal:w,
flat:a,at:y},!(this.image.width===o&&this.image.height===i)&&(this.pixels=this.context.createImageData(o,i),this.
image=new pe(o,i,this.pixels.data))}_fitted(t,e,n,o){let{width:i,height:r}=this.canvas,a=o.size*o.scale,l=3.4*
a;for(let h=0;;h++){let c={left:l,top:.6*a,width:i-l-.6*a,height:r-3.7*a},f=n?Qi(t,c):Qe(t,e,c),u=Math.max(3.4*
a,Bt(this.context,_t(f.y,c.height,a,8,!n),o));if(u<=l||h===2)return{box:c,...f};l=u}}draw({data:t,trace:e,h:n,
layers:o,look:i,keep:r,showsEnd:a,under:l,between:h,over:c,others:f}){this._frame(t,i,r);let{context:u,framed:p}=this;
this._points(t,e,n,o,i,l),u.lineJoin="round",this._axes(t,i);let m=new ss(u,p);this._clipped(()=>{f?.ghost&&fr(
m,t,f.ghost,n,i),f?.means&&ur(u,p,t,f.means,i),e&&m.mixture(t,e,n,o,i),o.truth&&t.truth&&m.truth(t,i),e&&a&&m.
end(t,e,i),h?.(u,p)}),e&&o.ellipses&&cr(u,p,t,e,n,i),c&&this._clipped(c)}_clipped(t){let{context:e,framed:n}=this,
{left:o,top:i,width:r,height:a}=n.box;e.save(),e.beginPath(),e.rect(o,i,r,a),e.clip(),t(),e.restore()}clear(t,e=""){
let{context:n,canvas:o,framed:i}=this,{width:r,height:a}=o,h=i.units&&!i.flat&&i.width===r&&i.height===a?i:this.
_fitted([-is,is],[-is,is],!1,t);this.framed={...h,data:null,width:r,height:a,size:t.size*t.scale,flat:!1,at:new Float64Array(
0)},n.fillStyle=t.paper,n.fillRect(0,0,r,a),this._axes({labels:["x₁","x₂"]},t);let{left:c,top:f,width:u,height:p}=this.
framed.box;n.font=`${t.size*t.scale}px ${t.family}`,n.fillStyle=t.ink,n.textAlign="center",n.fillText(e,c+u/2,
f+p/2)}_points(t,e,n,o,i,r){let a=t.N>1500;this.image.clear(i.paperBytes),r?.(this.image,this.framed),this.image.
draw({at:this.framed.at,r:e&&o.color!=="none"?e.responsibilities(n):null,K:e?.K??0,how:o.color,colors:i.colorBytes,
grey:i.greyBytes,paper:i.paperBytes,radius:Hn(t,i),halo:a?0:.75}),this.context.putImageData(this.pixels,0,0)}_axes(t,e){
let{context:n,framed:o}=this,{box:i,x:r,y:a,flat:l,equal:h}=o,c=_t(a,i.height,e.size*e.scale,8,!l).filter(({value:f})=>!l||
f>=0);Wt(n,i,e),qt(n,i,r,t.labels[0],e,{note:h?"":`, not to the scale of ${t.labels[1]}`}),Kt(n,i,a,c,l?"densi\
ty":t.labels[1],e)}placeOfMean(t,e,n,o){return Wn(this.framed,t,e,n,o)}};function Hn({N:s},t){return(pr.find(([
n])=>s<=n)??pr[0])[1]*t.scale*Math.sqrt(t.size/14)}function Ac(s,t){return t.D===s.D&&t.N===s.N+1&&s.X.every((e,n)=>e===
t.X[n])}function vc({x:s,y:t,box:e},n,o){return s.to(n[1])<=e.left+e.width&&t.to(o[0])<=e.top+e.height&&s.to(n[0])>=
e.left&&t.to(o[1])>=e.top}var Sc=.75,Nc=-Math.PI/2,Tc=s=>`#${Array.from(s,t=>Math.round(t).toString(16).padStart(2,"0")).join("")}`,rs=class extends ut{_points(t,e,n,o,i,r){
let{context:a,canvas:l,framed:h,image:c}=this;a.fillStyle=i.paper,a.fillRect(0,0,l.width,l.height),c.clear(i.paperBytes);
let[f]=c.words;r?.(c,h),c.words.some(d=>d!==f)&&a.putImageData(this.pixels,0,0);let u=Hn(t,i),p=e&&o.color!=="\
none"?e.responsibilities(n):null,m=e?.K??0;a.strokeStyle=i.paper,a.lineWidth=2;for(let d=0;d<t.N;d++){let[w,y]=[
h.at[2*d],h.at[2*d+1]],b=p?Gn(p,d*m,m):0,x=p!==null&&o.color==="pie"&&p[d*m+b]<.97,M=U[x?0:b%U.length];if(a.beginPath(),
M(a,w,y,x?1.35*u:u),t.N<=1500&&(a.globalAlpha=Sc,a.stroke(),a.globalAlpha=1),x)this._pie(w,y,.9*1.35*u,p.subarray(
d*m,(d+1)*m),i);else{let A=p?o.color!=="blend"?i.colorBytes[b]:Un(p,d*m,m,i.colorBytes):i.greyBytes;a.fillStyle=
Tc(A),a.fill()}}}_pie(t,e,n,o,i){let{context:r}=this,a=Nc;for(let l=0;l<o.length;l++){let h=a+2*Math.PI*o[l];o[l]<
.002||(r.beginPath(),o[l]<.998&&r.moveTo(t,e),r.arc(t,e,n,a,o[l]<.998?h:a+2*Math.PI),r.closePath(),r.fillStyle=
i.colors[l%i.colors.length],r.fill(),a=h)}}};function Gt(s,t,e,n,o){s.beginPath(),o==="M"?s.rect(t-.88*n,e-.88*n,1.76*n,1.76*n):s.arc(t,e,n,0,2*Math.PI),s.
fill()}function pt(s,t,e,n,o){let i=o.size*o.scale;s.fillStyle=o.paper,Gt(s,t,e,.58*i,n),s.fillStyle=q(n,o),Gt(
s,t,e,.42*i,n)}function q(s,t){return s==="E"?t.E:s==="M"?t.M:t.ink}var At=12,kc=6;function Ut(s,t,e){if(!e.zoom)return[0,Math.max(s.last,1)];let n=Math.max(0,Math.min(t-At,s.last-
2*At));return[n,Math.max(Math.min(n+2*At,s.last),n+1)]}function Dn(s,t,e,n){let o=1/0,i=-1/0,r=u=>{Number.isFinite(
u)&&(o=Math.min(o,u),i=Math.max(i,u))},l=s.nll.subarray(1).some(Number.isFinite)?Math.max(t,2):t;for(let u=Math.
min(l,e);u<=e;u++)r(s.nllAt(u)),n.bound&&r(s.nllAt(u)+s.gapIfKnown(u));if(i<o)return{low:0,high:1,clipped:!1};
let h=Math.max(i-o,1e-9*Math.abs(i),1e-9),c=t<2?s.nll[0]:-1/0,f=c-o>4*h&&e>2;return i=f?i+.25*h:Math.max(i,c),
i-o<1e-6&&([o,i]=[o-.5,i+.5]),{low:o,high:i,clipped:f}}function dr(s,{low:t,high:e,clipped:n},o,i){if(!s||o>s.
last)return{low:t,high:e,clipped:n};let r=Dn(s,o,Math.min(i,s.last),{color:"none"});return{low:Math.min(t,r.low),
high:Math.max(e,r.high),clipped:n}}function Ht(s,t){let e=Math.max(1,ue((s.high-s.low)/2,Math.min(8,t))),n=[];
for(let o=Math.ceil(s.low/2/e)*e;2*o<=s.high;o+=e)n.push({value:2*o,text:String(o)});return n}function gr(s,t,e,n){
let o=performance.now();s.gap(n);for(let i=1;i<=e-t;i++)for(let r of[n-i,n+i])if(!(r<Math.max(t,1)||r>e||!Number.
isNaN(s.gapIfKnown(r)))&&(s.gap(r),performance.now()-o>kc))return!1;return!0}function wr(s,t,{from:e,to:n,x:o,y:i,look:r},a){s.strokeStyle=r.ink,s.lineWidth=2*r.scale,s.lineJoin="round",s.
beginPath();for(let l=e;l<=n;l++)s.lineTo(o.to(l),i.to(t.nllAt(l)));if(s.stroke(),!(n-e>4*At))for(let l=e;l<=n;l++){
let h=a?[t.nllAt(l),t.nllAt(l)+t.gap(l)]:[t.nllAt(l)];s.fillStyle=q(_(l),r),h.forEach(c=>Gt(s,o.to(l),i.to(c),
3*r.scale,_(l)))}}function yr(s,t,{from:e,to:n,x:o,y:i,look:r}){s.strokeStyle=r.soft,s.lineWidth=2*r.scale,s.setLineDash(
[2*r.scale,3*r.scale]),s.beginPath();for(let a=e;a<=Math.min(n,t.last);a++)s.lineTo(o.to(a),i.to(t.nllAt(a)));
s.stroke(),s.setLineDash([])}function br(s,t,{from:e,to:n,x:o,y:i,look:r}){let a=[];for(let h=Math.max(e,1);h<=
n;h++)Number.isNaN(t.gapIfKnown(h))||a.push(h);let l=h=>t.nllAt(h)+t.gapIfKnown(h);s.fillStyle=r.M,s.globalAlpha=
.25,s.beginPath(),a.forEach(h=>s.lineTo(o.to(h),i.to(l(h)))),[...a].reverse().forEach(h=>s.lineTo(o.to(h),i.to(
t.nllAt(h)))),s.fill(),s.globalAlpha=1,s.strokeStyle=r.M,s.lineWidth=1.8*r.scale,s.setLineDash([6*r.scale,4*r.
scale]),s.beginPath(),a.forEach(h=>s.lineTo(o.to(h),i.to(l(h)))),s.stroke(),s.setLineDash([])}var xr=6;function Ec([s,t],[e,n],{left:o,top:i,width:r,height:a}){if(![s,t,e,n].every(Number.isFinite))return!1;
let[l,h]=[0,1];for(let[c,f,u,p]of[[s,e-s,o,o+r],[t,n-t,i,i+a]]){if(f===0&&(c<u||c>p))return!1;if(f===0)continue;
let m=[(u-c)/f,(p-c)/f];l=Math.max(l,Math.min(...m)),h=Math.min(h,Math.max(...m))}return l<=h}function Lc(s,t){
let e=0;for(let n of s)for(let o=1;o<n.length;o++)Ec(n[o-1],n[o],t)&&(e+=1);return e}function Pc(s,{width:t,height:e},n){
let o=Array.from({length:xr},(h,c)=>c/(xr-1)),i=[[1,0],[0,0],[1,1],[0,1]],r=o.flatMap(h=>o.map(c=>[1-c,h])),[a,
l]=[null,1/0];for(let[h,c]of[...i,...r]){let u={left:s.left+h*(s.width-t),top:s.top+c*(s.height-e),width:t,height:e},
p=Lc(n,u);if(p<l&&([a,l]=[u,p]),p===0)break}return a}function as(s,t,e,n,o){let i=e.size*e.scale;ft(s,e);let a={
width:Math.max(...n.map(({text:u})=>s.measureText(u).width))+2.6*i,height:(.1+1.3*n.length)*i},l=.4*i,h={left:t.
left+l,top:t.top+l,width:t.width-2*l},{left:c,top:f}=Pc({...h,height:t.height-2*l},a,o);s.fillStyle=e.paper,s.
fillRect(c,f,a.width,a.height),s.textAlign="left",s.textBaseline="middle",n.forEach(({text:u,color:p,dash:m},d)=>{
let w=f+(.7+1.3*d)*i;s.strokeStyle=p,s.lineWidth=2*e.scale,s.setLineDash(m.map(y=>y*e.scale)),k(s,c+.2*i,w,1.6*
i,0),s.setLineDash([]),s.fillStyle=e.soft,s.fillText(u,c+2.2*i,w)})}var Mr="negative log-likelihood",ls=class{constructor(t){this.canvas=t,this.context=t.getContext("2d"),this.framed=
null}halfStepAt(t){if(!this.framed)return null;let{box:e,x:n}=this.framed;return t>=e.left-e.width/40&&t<=e.left+
1.025*e.width?Math.round(n.back(t)):null}clear(t){let{context:e,canvas:n}=this;this.framed=null,e.fillStyle=t.
paper,e.fillRect(0,0,n.width,n.height)}draw({trace:t,h:e,layers:n,look:o,marked:i,ghost:r}){let{context:a,canvas:l}=this;
this.clear(o);let h=o.size*o.scale,[c,f]=Ut(t,e,n),u=r&&!n.zoom?Math.max(f,r.last):f,p=!n.bound||gr(t,c,f,e),{
low:m,high:d,clipped:w}=dr(r,Dn(t,c,f,n),c,u),[y,b]=[.6*h,l.height-3.7*h],x=nt([m,d],[y+b-.5*h,y+.5*h]),M=_t(x,
b,h,7),A=Bt(a,M,o),T={left:A,top:y,width:l.width-A-.8*h,height:b},R=nt([c,Math.max(u,c+1)],[T.left+.4*h,T.left+
T.width-.6*h]);this.framed={box:T,x:R},Wt(a,T,o);let Ae=a.measureText(Mr).width<b+2*y;Kt(a,T,x,M,Ae?Mr:"NLL",o,
T.width),qt(a,T,R,"iteration",o,{own:Ht(R,T.width/(4*h))}),a.save(),a.beginPath(),a.rect(T.left,T.top,T.width,
T.height),a.clip();let pn={from:c,to:f,x:R,y:x,look:o};return r&&yr(a,r,{...pn,to:u}),n.bound&&br(a,t,pn),wr(a,
t,pn,n.bound),a.restore(),this._events(t,c,f,R,x,o,T),w&&c===0&&this._startNote(t,T,o),n.bound&&this._legend(t,
c,f,R,x,o,T),i&&this._marker(t,e,R,x,o,n,T),p}_events(t,e,n,o,i,r,a){let{context:l}=this;l.fillStyle=l.strokeStyle=
r.alarm;let h=5*r.scale;for(let c of t.run.rises){if(c<e||c>n)continue;let f=Math.max(i.to(t.nllAt(c)),a.top+h);
l.beginPath(),l.moveTo(o.to(c),f-1.4*h),l.lineTo(o.to(c)+h,f+.6*h),l.lineTo(o.to(c)-h,f+.6*h),l.fill()}if(t.failed>=
e&&t.failed<=n){let c=o.to(t.failed);l.lineWidth=2.5*r.scale,l.setLineDash([4*r.scale,4*r.scale]),k(l,c,a.top,
0,a.height),l.setLineDash([]);let f=i.to(t.nllAt(t.failed));k(l,c-h,f-h,2*h,2*h),k(l,c-h,f+h,2*h,-2*h)}}_marker(t,e,n,o,i,r,a){
let{context:l}=this,h=_(e),c=n.to(e),f=Math.max(o.to(t.nllAt(e)),a.top);if(l.strokeStyle=q(h,i),l.lineWidth=i.
scale,k(l,c,a.top+a.height,0,Math.min(0,f-a.top-a.height)),r.bound&&t.gap(e)>0){let u=Math.max(o.to(t.nllAt(e)+
t.gap(e)),a.top);l.lineWidth=3.5*i.scale,k(l,c,f,0,u-f)}pt(l,c,f,h,i)}_legend(t,e,n,o,i,r,a){let l=[{text:"NLL",
color:r.ink,dash:[]},{text:"bound (NLL + KL)",color:r.M,dash:[6,4]}],h=[0,1].map(c=>Array.from({length:n-e+1},
(f,u)=>{let p=t.nllAt(e+u),m=c?p+t.gapIfKnown(e+u):p;return[o.to(e+u),i.to(m)]}));as(this.context,a,r,l,h)}_startNote(t,e,n){
let{context:o}=this,i=n.size*n.scale;ft(o,n),o.textAlign="left",o.textBaseline="top";let r=`↑ start: ${t.nll[0].
toFixed(1)}`,a=e.left+1.6*i;o.fillStyle=n.paper,o.fillRect(a-.2*i,e.top+.3*i,o.measureText(r).width+.4*i,1.1*i),
o.fillStyle=n.soft,o.fillText(r,a,e.top+.4*i)}};var me=97,_r=[24,12,6,3,1],Ic=2;function Jn(s,t){return Math.max(s.responsibilitiesIndex(t),0)}function $c(s,t,e){
let{K:n,run:o,data:i}=s,{D:r,N:a}=i,l=Jn(s,t),h=s.rowAt(l),c=(l+1)*s.width<o.params.length?s.rowAt(l+1):null,f=Lt(
e,n,r),u=c&&Uo(h,c,n,r);if(!f&&c&&u){let M=at(u,n,r);return{parameter:u,isAlong:!0,places:[-1,3],valueAt:A=>h[M]+
A*(c[M]-h[M]),rowAt:A=>h.map((T,R)=>T+A*(c[R]-T))}}let p=f??{kind:"mean",component:0,feature:0},m=at(p,n,r),d=c?
c[m]-h[m]:0,w=Ic*Fc(h,n,r,a,p),y=Math.max(Math.abs(d),w)||1,b=s.row(t),x=M=>h[m]+d/2+M*y;return{parameter:p,isAlong:!1,
places:[-3,3],valueAt:x,rowAt:M=>qo(b,n,r,p,x(M))}}function Fc(s,t,e,n,{kind:o,component:i,feature:r}){let a=s[i];
if(o==="weight")return Math.sqrt(a*(1-a)/n);let l=s[at({kind:"variance",component:i,feature:r},t,e)],h=Math.max(
a*n,1);return o==="mean"?Math.sqrt(l/h):l*Math.sqrt(2/h)}var hs=class{constructor(t,e,n){let{data:o,K:i}=t;this.
key=Ar(t,e,n),this.trace=t,this.line=$c(t,e,n),this.name=Ee(this.line.parameter,o.D),this.nll=new Float64Array(
me).fill(NaN),this.bound=new Float64Array(me).fill(NaN),this.scratch=new Float64Array(o.N*i);let r=t.responsibilities(
e);this.entropy=r?ae(r):NaN,this.open=_r.flatMap((h,c)=>Array.from({length:me},(f,u)=>u).filter(f=>f%h===0&&!_r.
slice(0,c).some(u=>f%u===0)));let a=Jn(t,e),l=(a+1)*t.width<t.run.params.length;this.at=at(this.line.parameter,
i,o.D),this.here=this._at(t.row(e),r),this.before=this._at(t.rowAt(a),r),this.after=l?this._at(t.rowAt(a+1),r):
{nll:NaN,bound:NaN}}isOf(t,e,n){return this.trace===t&&this.key===Ar(t,e,n)}get known(){let t=new Set(this.open);
return Array.from({length:me},(e,n)=>n).filter(e=>!t.has(e))}placeOf(t){let[e,n]=this.line.places;return e+t*(n-
e)/(me-1)}compute(t,e){if(!this.open.length)return!0;let n=performance.now()+e,o=this.trace.responsibilities(t);
do{let i=this.open.shift();({nll:this.nll[i],bound:this.bound[i]}=this._at(this.line.rowAt(this.placeOf(i)),o))}while(this.
open.length&&performance.now()<n);return!this.open.length}_at(t,e){let{data:n,K:o}=this.trace,i=Ko(n,t,o,e??[],
this.scratch,this.entropy);return e?i:{nll:i.nll,bound:NaN}}};function Ar(s,t,e=""){let{K:n,data:o,run:i,width:r}=s,
a=Jn(s,t),l=(a+1)*r<i.params.length,h=s.responsibilitiesIndex(t)<0,c=Lt(e,n,o.D)||!l?s.paramsIndex(t):-1;return[
e,a,l,h,c].join()}var Rc=2;function vt(s,t,{caption:e,xs:n,ys:o,bottom:i,left:r,across:a,up:l}){let{canvas:h}=s,c=t.size*t.scale;
Cc(s,t,e);let f=(.7+1.25*Rc)*c,u=h.height-f-3.1*c,p=nt(o,[f+u-.5*c,f+.5*c]),m=l??_t(p,u,c,7,!0),d=Bt(s,m,t),w={
left:d,top:f,width:h.width-d-.8*c,height:u},y=nt(n,[w.left+.4*c,w.left+w.width-.6*c]);return Wt(s,w,t),Kt(s,w,
p,m,r,t,w.width),qt(s,w,y,i,t,{own:a?.(y,w.width/(4*c))}),{box:w,x:y,y:p}}function Cc(s,t,e){let n=t.size*t.scale;
ft(s,t),s.fillStyle=t.ink,s.textAlign="left",s.textBaseline="top";let o=s.canvas.width-1.2*n;jc(e,i=>s.measureText(
i).width<=o).forEach((i,r)=>s.fillText(i,.6*n,(.3+1.2*r)*n))}function jc(s,t){let e=[];for(let n of s.split(" ")){
let o=e.length?`${e[e.length-1]} ${n}`:n;e.length&&t(o)?e[e.length-1]=o:e.push(n)}return e}function Dt(s,t,e){
s.save(),s.beginPath(),s.rect(t.left,t.top,t.width,t.height),s.clip(),e(),s.restore()}function cs(s,{x:t,y:e},n,o){
s.strokeStyle=o.ink,s.lineWidth=2*o.scale,s.lineJoin="round",s.beginPath();for(let[i,r]of n)s.lineTo(t.to(i),e.
to(r));if(s.stroke(),!(n.length>4*At))for(let[i,r]of n)s.fillStyle=q(_(i),o),Gt(s,t.to(i),e.to(r),3*o.scale,_(
i))}function fs(s,t){if(!s)return null;let{box:e,x:n}=s;return t>=e.left-e.width/40&&t<=e.left+1.025*e.width?Math.
round(n.back(t)):null}function Jt(s){let t=Math.abs(s);return`${(t!==0&&t<.01?s.toExponential(1):s.toFixed(2)).replace(/-/g,"−")} \
nats`}var zc=4,Bc=1e-9,us=class{constructor(t){this.context=t,this.caption="",this.cut=null}halfStepAt(){return null}draw({
trace:t,h:e,layers:n,look:o}){let i=n.along;if(t.data.isPart)return this.caption="The bound is a sum over all \
samples, and only some of them are here.",vt(this.context,o,{caption:this.caption,xs:[0,1],ys:[0,1],bottom:"",
left:""}),!0;this.cut?.isOf(t,e,i)||(this.cut=new hs(t,e,i));let{cut:r}=this,a=r.compute(e,zc),{here:l,value:h}=qc(
r,t,e);this.caption=Gc(r,t,e,l);let[c,f]=r.line.places.map(M=>r.line.valueAt(M)),u=vt(this.context,o,{caption:this.
caption,xs:[Math.min(c,f),Math.max(c,f)],ys:Kc(r),bottom:`${r.name} (${r.line.isAlong?"the others move along":
"the others stay"})`,left:"nats"}),p=[r.bound,r.nll].map(M=>Wc(u,r,M));Dt(this.context,u.box,()=>{this._curve(
p[0],o.M,[6,4],o),this._curve(p[1],o.ink,[],o)});let m={text:"bound (NLL + KL)",color:o.M,dash:[6,4]},d=[{text:"\
NLL",color:o.ink,dash:[]},...e>0?[m]:[]],[w,{top:y,height:b}]=[u.x.to(h),u.box],x=[[w,u.y.to(Number.isNaN(l.bound)?
l.nll:l.bound)],[w,y+b]];return as(this.context,u.box,o,d,[...p,[...x]]),this._here(u,l,h,_(e),o),a}_curve(t,e,n,o){
let{context:i}=this;i.strokeStyle=e,i.lineWidth=2*o.scale,i.setLineDash(n.map(a=>a*o.scale)),i.beginPath();let r=!1;
for(let[a,l]of t){let h=Number.isFinite(l);h&&i[r?"lineTo":"moveTo"](a,l),r=h}i.stroke(),i.setLineDash([])}_here({
x:t,y:e,box:n},o,i,r,a){let{context:l}=this,h=t.to(i),c=u=>Math.min(Math.max(e.to(u),n.top),n.top+n.height),f=c(
Number.isNaN(o.bound)?o.nll:o.bound);l.strokeStyle=q(r,a),l.lineWidth=a.scale,k(l,h,n.top+n.height,0,f-n.top-n.
height),l.lineWidth=3.5*a.scale,k(l,h,f,0,c(o.nll)-f),pt(l,h,f,r,a)}};function Wc({x:s,y:t},e,n){return e.known.
map(o=>[s.to(e.line.valueAt(e.placeOf(o))),Number.isFinite(n[o])?t.to(n[o]):NaN])}function qc(s,t,e){let n=t.effective(
e)>0&&t.effective(e)%2===0,{line:o}=s;return o.isAlong?{here:n?s.after:s.before,value:o.valueAt(n?1:0)}:{here:s.
here,value:t.row(e)[s.at]}}function Kc(s){let{before:t,after:e,line:n}=s,o=n.isAlong?t:s.here,i=[...s.nll,o.nll,
e.nll].filter(Number.isFinite);if(!i.length||!Number.isFinite(o.nll))return[0,1];let r=Math.min(...i),a=t.bound-
e.bound,l=n.isAlong?Math.max(a||0,.35*(o.nll-r)):Math.max(...i)-o.nll,h=Math.max(o.nll+l,o.bound||-1/0);return h>
r?[r,h]:[r-.5,r+.5]}function Gc(s,t,e,n){let{before:o,after:i,line:r}=s,a=_(t.effective(e));if(a==="start")return"\
There are no responsibilities yet, so there is no bound.";let l=n.bound-n.nll,h=Bc*Math.abs(n.nll);if(a==="E"){
if(t.isOwn(e)&&l>1e-6)return`The bound stays ${Jt(l)} above the NLL: the E-step is not the posterior.`;let m=t.
effective(e)===1?"made a bound that":"lowered the bound until it",d=r.isAlong?" The M-step will go to its lowe\
st point.":"";return`The E-step has ${m} touches the NLL.${d}`}let c=l>h?`The NLL is another ${Jt(l)} below.`:
"It still touches the NLL.",f=o.bound-i.bound,u=Math.min(...s.known.map(m=>s.bound[m]).filter(Number.isFinite),
n.bound);return n.bound-u>.02*Math.max(o.bound-u,0)+h?`The M-step has not gone to the lowest point of the boun\
d${t.regCovar>=1e-4?`: reg_covar = ${t.regCovar} keeps it off`:""}. ${c}`:f<=h?`The bound was at its lowest po\
int already. ${c}`:`The M-step has gone to the lowest point of the bound${r.isAlong?`, ${Jt(f)} down`:""}. ${c}`}var Uc=1e-10,vr=1e-13,Hc=5e3,Or=10,Dc=.02,ps=class{constructor(t){this.trace=t,this.length=t.nll.length,this.ended=
t.run.ended;let{data:e,run:n,K:o,regCovar:i}=t,r=t.nll[this.length-1],a=!t.isRunning&&n.ended!=="failed"&&!e.isPart&&
!t.isOfOwnSteps,l={regCovar:i,tol:Math.max(Uc,vr*Math.abs(r)),maxIter:Hc},h=t.rowAt(this.length-1).slice();this.
longer=a?W(e,h,o,l):null}isOf(t){return this.trace===t&&this.length===t.nll.length&&this.ended===t.run.ended}compute(t){
let{longer:e}=this;return e?.ended==="running"&&C(e,performance.now()+t),e?.ended!=="running"}get nll(){let t=[
...this.trace.nll,...this.longer?.nll??[]].filter(Number.isFinite);return Math.min(...t)}get distances(){let t=this.
nll,e=10*vr*Math.abs(t);return Float64Array.from(this.trace.nll,n=>n-t>e?n-t:NaN)}};function ms(s,t=Or,e=s.length-
1){if(e<=t)return NaN;let n=o=>Math.abs(s[o]-s[o-1]);return(n(e)/n(e-t))**(1/t)}function Sr(s){let[t,e]=[s.length-
1,Or/2];return Math.abs(ms(s,e)-ms(s,e,t-e))<Dc}var Jc=6,Yc=7,ds=class{constructor(t){this.context=t,this.caption="",this.ending=null,this.framed=null}halfStepAt(t){
return fs(this.framed,t)}draw({trace:t,h:e,layers:n,look:o}){let{context:i}=this;this.ending?.isOf(t)||(this.ending=
new ps(t));let r=this.ending.compute(Jc),{distances:a}=this.ending,[l,h]=Ut(t,e,n),c=a.map(Math.log10),f=[...c.
subarray(l>>1,(h>>1)+1)].filter(Number.isFinite),u=f.length?Math.floor(Math.min(...f)):-1,p=f.length?Math.max(
Math.ceil(Math.max(...f)),u+1):1;this.caption=Xc(t,e,a);let m=vt(i,o,{caption:this.caption,xs:[l,Math.max(h,l+
1)],ys:[u,p],bottom:"iteration",left:"NLL above its end (log)",across:Ht,up:Qc(u,p)});this.framed=m;let{box:d,
x:w,y}=m,b=Array.from({length:h-l+1},(A,T)=>l+T).map(A=>[A,c[t.paramsIndex(A)]]).filter(([,A])=>Number.isFinite(
A));Dt(i,d,()=>cs(i,m,b,o));let x=c[t.paramsIndex(e)];i.strokeStyle=q(_(e),o),i.lineWidth=o.scale;let M=d.top+
d.height;return k(i,w.to(e),M,0,(Number.isFinite(x)?y.to(x):d.top)-M),Number.isFinite(x)&&pt(i,w.to(e),y.to(x),
_(e),o),r}};function Qc(s,t){let e=Math.ceil((t-s)/Yc);return Array.from({length:Math.floor((t-s)/e)+1},(o,i)=>s+
i*e).map(o=>({value:o,text:Ye(+`1e${o}`)}))}function Xc(s,t,e){let n=s.paramsIndex(t),o=Number.isNaN(e[n])?"He\
re the NLL is at its end":`${Jt(e[n])} to go`,i=n>0?e[n]/e[n-1]:NaN,r=Number.isNaN(i)?"":`; iteration ${$t(2*n)}\
 left ${i.toFixed(2)} of the distance`,a=s.isRunning?NaN:ms(s.nll),l=Sr(s.nll)?": a straight line":" on averag\
e",h=a<1?` Each of the last 10 leaves ${a.toFixed(2)}${l}.`:"";return`${o}${r}.${h}`}var Vc=6,Nr=new WeakMap;function gs(s,t){let e=Yn(s),n=s.responsibilitiesIndex(t);if(n<0)return NaN;let o=e.get(
n);return o===void 0&&(o=ae(s.responsibilities(t)??[]),e.set(n,o)),o}function Yn(s){let t=Nr.get(s)??new Map;return Nr.
set(s,t),t}function Zc(s,t,e,n){let o=performance.now()+Vc,i=Yn(s);gs(s,n);for(let r=1;r<=e-t;r++)for(let a of[
n-r,n+r])if(!(a<Math.max(t,1)||a>e||i.has(s.responsibilitiesIndex(a)))){if(performance.now()>o)return!1;gs(s,a)}
return!0}var ws=class{constructor(t){this.context=t,this.caption="",this.framed=null}halfStepAt(t){return fs(this.
framed,t)}draw({trace:t,h:e,layers:n,look:o}){let{context:i}=this,[r,a]=Ut(t,e,n),l=Zc(t,r,a,e),h=Yn(t),c=[];for(let y=Math.
max(r,1);y<=a;y++){let b=h.get(t.responsibilitiesIndex(y));b!==void 0&&Number.isFinite(b)&&c.push([y,b])}this.
caption=ef(t,e),this.framed=vt(i,o,{caption:this.caption,xs:[r,Math.max(a,r+1)],ys:tf(c.map(([,y])=>y)),bottom:"\
iteration",left:"entropy in nats",across:Ht});let{box:f,x:u,y:p}=this.framed;Dt(i,f,()=>cs(i,{box:f,x:u,y:p},c,
o));let m=gs(t,e),d=Number.isFinite(m),w=f.top+f.height;return i.strokeStyle=q(_(e),o),i.lineWidth=o.scale,k(i,
u.to(e),w,0,(d?p.to(m):f.top)-w),d&&pt(i,u.to(e),p.to(m),_(e),o),l}};function tf(s){let[t,e]=[Math.min(...s),Math.
max(...s)];return s.length?e-t>1e-9*Math.max(1,e)?[t,e]:[t-.5,t+.5]:[0,1]}function ef(s,t){let e=gs(s,t);if(Number.
isNaN(e))return"There are no responsibilities yet, so they have no entropy.";let{N:n}=s.data,o=Math.log(s.K),i=`${(e/
n).toFixed(3)} per sample`;return s.K===1?"With one component nothing is undecided: the entropy is 0.":`The re\
sponsibilities have ${e.toFixed(2)} nats of entropy: ${i}, where log ${s.K} = ${o.toFixed(2)} is undecided.`}var Ot=class{constructor(t){this.chart=new ls(t);let{context:e}=this.chart;this.others={bound:new us(e),distance:new ds(
e),entropy:new ws(e)},this.other=null}get caption(){return this.other?.caption??""}halfStepAt(t){return(this.other??
this.chart).halfStepAt(t)}clear(t){this.chart.clear(t)}draw(t){return this.other=this.others[t.layers.picture??
""]??null,this.other?(this.clear(t.look),this.other.draw(t)):this.chart.draw(t)}};var Tr=2,sf=500;function ys(s,t){let e=s.map(l=>l.getBoundingClientRect()),[n,o]=[Math.min(...e.map(({x:l})=>l)),
Math.min(...e.map(({y:l})=>l))],i=e.map(({x:l,y:h,width:c,height:f})=>({x:Math.round((l-n)*t),y:Math.round((h-
o)*t),width:Math.round(c*t),height:Math.round(f*t)})),r=Math.max(...i.map(l=>l.x+l.width)),a=Math.max(...i.map(
l=>l.y+l.height));return{places:i,width:r,height:a}}function kr({paint:s},t,e,n){for(let o=0;o<sf&&!s(t,e,n);o++)
;}function Yt(s,t){let e=document.createElement("canvas");return e.width=s,e.height=t,e}function Er(s){let{panels:t,
look:e}=s,{places:n,width:o,height:i}=ys(t,Tr*devicePixelRatio),[r,a]=n.map(c=>Yt(c.width,c.height));kr(s,new ut(
r),new Ot(a),{...e,scale:Tr*e.scale});let l=Yt(o,i),h=l.getContext("2d");return h.fillStyle=e.paper,h.fillRect(
0,0,o,i),[r,a].forEach((c,f)=>h.drawImage(c,n[f].x,n[f].y)),new Promise((c,f)=>l.toBlob(u=>u?c(u):f(new Error(
"The picture is too large.")),"image/png"))}function Lr(s,t){let{panels:e,look:n}=s,{places:o,width:i,height:r}=ys(
e,1),a=Yt(1,1).getContext("2d"),l=(y,b)=>(a.font=b,a.measureText(y)),h=({data:y,width:b,height:x})=>{let M=Yt(
b,x);return M.getContext("2d").putImageData(new ImageData(y,b,x),0,0),M.toDataURL()},c=["data","nll"].map((y,b)=>new es(
y,l,o[b],h)),[f,u]=c.map((y,b)=>{let{width:x,height:M}=o[b];return{width:x,height:M,getContext:()=>y}});nf(s,c,
f,u,{...n,scale:n.scale/devicePixelRatio});let p=document.createElement("title");p.textContent=t;let m=c.map(({
text:y},b)=>`<g transform="translate(${o[b].x} ${o[b].y})">
${y}
</g>`),w=`<svg xmlns="http://www.w3.org/2000/svg" ${`width="${i}" height="${r}" viewBox="0 0 ${i} ${r}"`}>
<title>${p.innerHTML}</title>
<rect width="${i}" height="${r}" fill="${n.paper}"/>
${m.join(`
`)}
</svg>
`;return new Blob([w],{type:"image/svg+xml"})}function nf(s,t,e,n,o){let[i,r]=[new rs(e),new Ot(n)];kr({...s,paint:()=>{
for(let l of t)l.parts=[];return s.paint(i,r,o)}},i,r,o)}var of=30,rf=8e6,Qn="video/webm";function Pr(){return typeof MediaRecorder=="function"&&"captureStream"in HTMLCanvasElement.
prototype&&MediaRecorder.isTypeSupported(Qn)}var bs=class{constructor(t,e,n){let{places:o,width:i,height:r}=ys(
t,devicePixelRatio),a=Yt(2*Math.ceil(i/2),2*Math.ceil(r/2)),l=a.getContext("2d");this.frame=0;let h=()=>{l.fillStyle=
n,l.fillRect(0,0,a.width,a.height),e.forEach((f,u)=>{let{x:p,y:m,width:d,height:w}=o[u];l.drawImage(f,p,m,d,w)}),
this.frame=requestAnimationFrame(h)};h(),this.recorder=new MediaRecorder(a.captureStream(of),{mimeType:Qn,videoBitsPerSecond:rf});
let c=[];this.recorder.ondataavailable=({data:f})=>c.push(f),this.ready=new Promise(f=>{this.recorder.onstop=()=>f(
new Blob(c,{type:Qn}))}),this.recorder.start()}stop(){return cancelAnimationFrame(this.frame),this.recorder.state!==
"inactive"&&this.recorder.stop(),this.ready}};var af=300;function Ir(s,t){return`EMExplorer(${[["data",lf(s,t)],["n_components",String(s.n_components)],["se\
ed",String(s.seed)],["start",s.start===S?hf(s):JSON.stringify(s.start)],["reg_covar",String(s.reg_covar)],["sh\
ow",JSON.stringify(s.show).replaceAll(",",", ")],["coloring",JSON.stringify(s.coloring)],["half_step",String(s.
half_step)],["speed",String(s.speed)],["picture",JSON.stringify(s.picture)],["along",JSON.stringify(s.along)],
["slow",s.slow?"True":"False"]].filter(([o])=>!Se(s[o],gt[o])).map(([o,i])=>`${o}=${i}`).join(", ")})`}function lf({
data:s,own_points:t},e){return s===v?t.length>af?"X":$r(t):e.includes(s)?JSON.stringify(s):"X"}function hf({own_start:s,
n_components:t}){let e=Float64Array.from(s),n=Oe(e.length,t),o=Array.from({length:t},(a,l)=>l),i=o.map(a=>Array.
from($(e,t,n,a))),r=o.map(a=>{let l=Array.from(E(e,t,n,a));return Array.from({length:n},(h,c)=>l.slice(c*n,(c+
1)*n))});return`(${[s.slice(0,t),i,r].map($r).join(", ")})`}function $r(s){return JSON.stringify(s).replaceAll(
",",", ")}var cf="your data",Rr=1e3,Fr="There is no picture yet.",ff="The text is also here:";function uf(s,t,e){let n=Math.
ceil((t-e)/s+Rr/1e3);return`Filming what you see, at the speed beside Play: ${s} half-step${s===1?"":"s"} per \
second. It plays to the end of the run, in ${n} seconds or more, or until you stop.`}var xs=class{constructor(t,e){
this.app=t,this.options=e,this.linkTo=null,this.film=null;let n=(o,i,r=!0)=>g("button",{type:"button",hidden:!r,
onclick:i},o);this.link=n("Copy link",()=>this._copyLink(),!1),this.filming=n("Film to the end (WebM)",()=>this.
_toggleFilm(),Pr()),this.said=g("p",{role:"status"}),this.text=g("textarea",{readonly:!0,hidden:!0,rows:"2","a\
ria-label":"text to copy"}),this.element=g("details",{class:"emx-share"},g("summary",{},"Share"),g("div",{class:"\
emx-bar"},this.link,n("Copy as Python",()=>this._copyPython()),n("Save PNG",()=>this._save("png")),n("Save SVG",
()=>this._save("svg")),this.filming),this.said,this.text)}setLink(t){this.linkTo=t,this.link.hidden=!1}_copyLink(){
let{state:t}=this.app,e=bn(t)?"":" Your own data are too many for a link: it leads to the data of this page.";
this._copy(this.linkTo?.(t)??"",e)}_copyPython(){let{data:t,has_own_steps:e}=this.options,n=t.filter(r=>r!==cf&&
r!==v),o=Ir(this.app.state,n),i=[o.includes("data=X")?" X stands for your data.":"",e?" Add e_step= and m_step\
= for your own functions.":""];this._copy(o,i.join(""))}async _copy(t,e){this.text.value=t,this.text.hidden=!1;
try{await navigator.clipboard.writeText(t),this.said.textContent=`Copied.${e} ${ff}`}catch{this.text.select(),
this.said.textContent=`Press Ctrl+C (or Cmd+C) to copy this.${e}`}}async _save(t){this.text.hidden=!0;let e=this.
app.seen();if(!e){this.said.textContent=Fr;return}let n=this.app.layout.left.getAttribute("aria-label")??"";try{
this._hand(t==="png"?await Er(e):Lr(e,n),t)}catch(o){this.said.textContent=`The picture could not be saved: ${o.
message}`}}_hand(t,e){let{data:n,n_components:o,seed:i,half_step:r}=this.app.state,a=`em-${n.toLowerCase().replaceAll(
/[^a-z0-9]+/g,"-")}-K${o}-seed${i}-${r}.${e}`,l=g("a",{href:URL.createObjectURL(t),download:a});l.click(),setTimeout(
()=>URL.revokeObjectURL(l.href),6e4),this.said.textContent=`Saved as ${a}.`}async _toggleFilm(){let{app:t}=this;
if(this.film){t.player.pause();return}let e=t.seen();if(this.text.hidden=!0,!e){this.said.textContent=Fr;return}
let n=new bs(e.panels,[t.layout.left,t.layout.right],e.look.paper);this.film=n,this.filming.textContent="Stop \
filming",t.player.play(),this.said.textContent=uf(t.player.speed,t.scene.trace?.run.last??0,t.scene.h),await new Promise(
o=>{let i=()=>t.scene.isPlaying?requestAnimationFrame(i):setTimeout(o,Rr);requestAnimationFrame(i)}),this.film=
null,this.filming.textContent="Film to the end (WebM)",this._hand(await n.stop(),"webm")}};function Cr(s,t){let{K:e,data:n}=s,{D:o}=n,[i,r]=[s.row(t),s.row(Math.max(t-1,0))],a=pf(s,t);return Array.from(
{length:e},(l,h)=>{let c=Array.from($(i,e,o,h)),f=E(i,e,o,h),u=c.map((m,d)=>Math.sqrt(f[d*o+d])),p=$(r,e,o,h);
return{weight:i[h],count:a&&a[h],mean:c,deviations:u,correlation:o===2?f[1]/(u[0]*u[1]):null,moved:Math.hypot(
...c.map((m,d)=>m-p[d]))}})}function pf(s,t){let e=s.responsibilities(t);if(!e)return null;let n=new Float64Array(
s.K);for(let o=0;o<e.length;o++)n[o%s.K]+=e[o];return n}function jr(s,t){let e=s.responsibilities(t),{components:n,isPart:o}=s.data;if(!e||!n||o)return null;let{K:i}=s,
r=n.reduce((u,p)=>Math.max(u,p),-1)+1,a=Array.from({length:r},()=>new Float64Array(i)),l=new Float64Array(r);n.
forEach((u,p)=>{if(!(u<0)){l[u]+=1;for(let m=0;m<i;m++)a[u][m]+=e[p*i+m]}});let h=Array.from({length:i},(u,p)=>p),
c=a.map((u,p)=>({group:p,components:h.filter(m=>u[m]>=.25*l[p])})).filter(({components:u})=>u.length>1),f=h.map(
u=>({component:u,groups:a.flatMap((p,m)=>p[u]>=.5*l[m]?[m]:[])})).filter(({groups:u})=>u.length>1);return{shared:c,
joined:f}}function zr(s){let t=n=>s[n-1]-s[n],e=null;for(let n=2;n<s.length;n++){let o=n,i=0;for(;o<s.length&&t(o)<1;)i=
Math.max(i,t(o++));if(o===n)continue;let r=o;for(let l=o;l<s.length;l++)t(l)>t(r)&&(r=l);let a=o-n>=5&&o-n>(e?
e.to-e.from+1:0);o<s.length&&a&&t(r)>3*i&&(e={from:n,to:o-1,steepest:i,falls:r}),n=o}return e}var mf={class:"emx-scroll",tabindex:"0",role:"region","aria-label":"components in numbers"},Br=s=>s.join(", ").
replace(/, ([^,]*)$/," and $1"),Ms=class{constructor(t){this.app=t,this.caption=g("caption",{}),this.head=g("t\
head",{}),this.body=g("tbody",{}),this.groups=g("p",{}),this.curve=g("p",{}),this.element=g("details",{class:"\
emx-numbers",ontoggle:()=>this.show()},g("summary",{},"In numbers"),g("div",mf,g("table",{},this.caption,this.
head,this.body)),this.groups,this.curve)}show(){let{trace:t,h:e,data:n}=this.app.scene;if(!this.element.open||
!t||!n)return;this.caption.textContent=`${he(e)}: ${ce(t,e)}`;let o=n.D>1?n.labels.length===n.D?n.labels:df(n.
D):n.labels,i=["component","weight","N_k",...o.map(r=>`mean of ${r}`),...o.map(r=>`standard deviation of ${r}`),
...n.D===2?["correlation"]:[],"mean moved by"];this.head.replaceChildren(g("tr",{},...i.map(r=>g("th",{scope:"\
col"},r)))),this.body.replaceChildren(...Cr(t,e).map(({weight:r,count:a,mean:l,deviations:h,correlation:c,moved:f},u)=>{
let p=[...l,...h,...n.D===2?[c??NaN]:[],f],m=[O(r),a===null?"–":O(a),...p.map(O)];return g("tr",{},g("th",{scope:"\
row"},String(u)),...m.map(d=>g("td",{},d)))})),this.groups.textContent=gf(t,e),this.curve.textContent=wf(t)}},
df=s=>Array.from({length:s},(t,e)=>`feature ${e}`);function gf(s,t){let e=jr(s,t);if(!e)return"";let{shared:n,
joined:o}=e;return[...n.map(({group:r,components:a})=>`Components ${Br(a)} share group ${r}.`),...o.map(({component:r,
groups:a})=>`Component ${r} holds groups ${Br(a)}.`)].join(" ")||"No group is shared, and no component holds t\
wo groups."}function wf(s){let t=zr(s.nll);if(!t)return"";let{from:e,to:n,steepest:o,falls:i}=t,r=s.nll[i-1]-s.
nll[i];return`From iteration ${e} to ${n} the curve is nearly flat: the NLL falls by at most ${O(o)} per itera\
tion. In iteration ${i} it falls by ${O(r)}.`}var yf=.001;function qr(s){let[t,e]=[1/0,-1/0];for(let n=0;n<s.N;n++)t=Math.min(t,s.places[2*n]),e=Math.max(e,
s.places[2*n]);return yf*(e-t||1)}function de(s,t,e,[n,o]=[1,1]){let i=tt(s.length,e.D),[r,a,l]=F(s,i,e.plane,
t).spread;if(e.plane.shown===1)return{width:n*Math.sqrt(r),height:0,angle:0};let{long:h,short:c,angle:f}=jt([n*
n*r,n*o*a,o*o*l]);return{width:h,height:c,angle:f}}function _s(s,t,e,n,o,i=[1,1]){let{D:r,axes:a,shown:l}=o.plane,
h=tt(s.length,r),c=bf(e,n,i),f=new Float64Array(r*r);for(let d=0;d<r;d++){f[d*r+d]=1;for(let w=0;w<r;w++)for(let y=0;y<
l;y++)for(let b=0;b<l;b++){let x=c[y][b]-(y===b?1:0);f[d*r+w]+=a[d*l+y]*x*a[w*l+b]}}let u=Float64Array.from(s),
p=Wr(f,Wr(E(s,h,r,t),xf(f,r),r),r),m=J(h,r,t);for(let d=0;d<r;d++)for(let w=0;w<=d;w++)u[m++]=p[d*r+w];return u}
function bf(s,t,e){let[n,o,i,r]=[s,t].flatMap(({angle:c})=>[Math.cos(c),Math.sin(c)]),a=t.width/s.width,l=s.height>
0?t.height/s.height:1;return[[i*a*n+r*l*o,i*a*o-r*l*n],[r*a*n-i*l*o,r*a*o+i*l*n]].map((c,f)=>c.map((u,p)=>u*e[p]/
e[f]))}function Wr(s,t,e){let n=new Float64Array(e*e);for(let o=0;o<e;o++)for(let i=0;i<e;i++)for(let r=0;r<e;r++)
n[o*e+i]+=s[o*e+r]*t[r*e+i];return n}function xf(s,t){return s.map((e,n)=>s[n%t*t+Math.floor(n/t)])}function As(s,t,e,n){if(t===1)return s;let o=Float64Array.from(s),[i,r]=[Math.min(Math.max(n,.01),1-.01),1-s[e]];
for(let a=0;a<t;a++)a!==e&&(o[a]=r>0?s[a]*(1-i)/r:(1-i)/(t-1));return o[e]=i,o}var Kr={width:["0.1","standard deviation in the direction of the angle"],height:["0.1","standard deviation acr\
oss the angle"],angle:["5","in degrees, anticlockwise from the horizontal axis"],weight:["0.05","the other wei\
ghts keep their proportions"]},Gr=180/Math.PI,vs=class{constructor(t,e){this.app=t,this.which=e,this.axes={width:NaN,
height:NaN,angle:0};let n=Object.keys(Kr),o=i=>{let[r,a]=Kr[i];return g("input",{type:"number",step:r,title:a,
"aria-label":i,onchange:()=>this._set(i)})};this.fields=Object.fromEntries(n.map(i=>[i,o(i)])),this.element=g(
"div",{class:"emx-bar"},...n.map(i=>g("label",{},g("span",{},i),this.fields[i])))}_row(){let{trace:t,data:e,choice:n,
h:o}=this.app.scene,i=this.which();return!t||!e||t.K!==n.n_components||!(i>=0&&i<t.K)?null:{row:t.row(o),K:t.K,
data:e,k:i}}mean(){let t=this._row();return t&&F(t.row,t.K,t.data.plane,t.k).place}show(){let t=this._row(),{fields:e}=this;
for(let h of Object.values(e))h.readOnly=!t;if(!t)return;let{row:n,K:o,data:i,k:r}=t,a=i.plane.shown===1;this.
axes=Ur(de(n,r,i),this.axes);let l={...this.axes,angle:this.axes.angle*Gr,weight:n[r]};for(let h of Object.keys(
l)){let c=h==="weight"?o===1:a&&h!=="width";e[h].readOnly=c,e[h].matches(":focus")||(e[h].value=c?"":Xn(l[h]))}}_set(t){
let e=this._row(),n=Number(this.fields[t].value);if(!e||this.fields[t].value===""||!Number.isFinite(n))return;
let{row:o,K:i,data:r,k:a}=e;if(t==="weight"){this.app.startFrom(As(o,i,a,n));return}let l=Ur(de(o,a,r),this.axes),
h=t==="angle"?n/Gr:Math.max(n,qr(r));this.axes={...l,[t]:h},this.app.startFrom(_s(o,a,l,this.axes,r))}};function Ur({
width:s,height:t,angle:e},n){if(s-t<=1e-9*s)return{width:s,height:t,angle:n.angle};let o=Math.round((n.angle-e)/
(Math.PI/2)),i=Number.isNaN(n.width)?0:o,r=e+i*Math.PI/2;return i%2?{width:t,height:s,angle:r}:{width:s,height:t,
angle:r}}function Xn(s){return String(Number(s.toPrecision(4)))}var Os=class{constructor(t){this.app=t,this.isAdding=!1,this.isOffered=!1,this.wanted=this.given=0,this.which=
Vn("component"),this.fields=[Vn("x₁"),Vn("x₂")],this.isTyped=!1,this.component=new vs(t,()=>Number(this.which.
value)),this.mode=Et("a click adds a point",e=>this._setAdding(e),"otherwise, drag a mean to set the start"),this.
why=g("p",{}),this.element=this._panel()}_panel(){let{which:t,fields:e}=this,[n,o]=e;for(let l of e)l.addEventListener(
"input",()=>this.isTyped=!0);t.min="0",t.addEventListener("input",()=>{this.isTyped=!1,this.show(),this.app.drag.
choose(Number(t.value))});for(let l of[t,this.component.element])l.addEventListener("focusin",()=>this.app.drag.
choose(Number(t.value))),l.addEventListener("focusout",()=>this.app.drag.choose(-1));let i=()=>e.map(l=>l.value===
""?NaN:Number(l.value)),r=(l,h)=>g("button",{type:"button",onclick:h},l),a=(l,h)=>g("label",{},g("span",{},l),
h);return g("details",{class:"emx-own"},g("summary",{},"Your own start and points"),g("p",{},"Drag a mean, a d\
ot at the end of an axis (it stretches and turns the component) or the dashed ring (its weight): EM starts fro\
m the mixture you see, with that change. Or enter numbers:"),g("div",{class:"emx-bar"},a("x₁",n),a("x₂",o),
a("component",t),r("Move its mean there",()=>this.setMean(Number(t.value),i())),r("Add a point there",()=>this.
addPoint(i()))),this.component.element,g("div",{class:"emx-bar"},this.mode.element,r("Remove all points",()=>this.
removePoints())),this.why)}show(){this.component.show();let t=this.component.mean();!t||this.isTyped||this.fields.
forEach((e,n)=>{e.matches(":focus")||(e.value=Xn(t[n]))})}_setAdding(t,e=!1){this.isAdding=this.mode.input.checked=
t,this.isOffered=e,this.app.redraw()}offer(){this.element.open=!0,!this.isAdding&&!this.mode.input.disabled&&this.
_setAdding(!0,!0)}leave(){this.isOffered&&this._setAdding(!1)}_isPlace(t){let e=t.every(Number.isFinite);return e||
this.app.say("Type a number for x₁ and for x₂."),e}setMean(t,e){let{scene:n}=this.app,{trace:o,data:i,choice:r,
h:a}=n;this._isPlace(e)&&(!o||!i||o.K!==r.n_components?this.app.say("There is no picture of this choice yet, s\
o there is no mean to move."):!Number.isInteger(t)||!(t>=0&&t<o.K)?this.app.say(`There is no component ${t}: t\
he components are 0 to ${o.K-1}.`):(this.isTyped=!1,this.app.startFrom(ct(o.row(a),t,e,i))))}addPoint(t){let{app:e}=this,
{data:n,choice:o}=e.scene;if(!this._isPlace(t))return;if(n&&n.D!==2){e.say("Points can be added to data of two\
 features: choose another data set.");return}let r=[...o.data===v?o.own_points:Mf(n),t];this._remember(),this.
given=Math.min(this.wanted,r.length);let a=this.given===o.n_components?{}:{n_components:this.given};e.choose({
data:v,own_points:r,...a})}removePoints(){this._remember(),this.app.choose({data:v,own_points:[]})}fit(t){t.own_points.
length&&(this.wanted=t.n_components,this.given=t.n_components=Math.min(this.wanted,t.own_points.length))}_remember(){
let{data:t,n_components:e}=this.app.scene.choice;(t!==v||e!==this.given)&&(this.wanted=e)}limit(t){for(let e of this.
element.querySelectorAll("input, button"))e.toggleAttribute("disabled",!!t);this.why.textContent=t}};function Vn(s){
return g("input",{type:"number",step:"any",value:"0","aria-label":s})}function Mf(s){return s?Array.from({length:s.
N},(t,e)=>[s.X[2*e],s.X[2*e+1]]):[]}var _f=/^[+-]?\d+(,\d+)?$/,j=class extends Error{};function Hr(s){let t=s.replace(/^\ufeff/,"").replace(/\r\n?/g,
`
`),e=Af(t);return{rows:(e===" "?Of(t):Nf(t,e)).filter(({cells:o})=>o.some(i=>i!=="")),separator:e}}function Af(s){
let t=s.replace(/"[^"]*"/g,'""').split(`
`).map(i=>i.trim()).filter(i=>i!==""&&!Zn(i)).slice(0,50),e=i=>t.filter(r=>r.includes(i)).length>t.length/2,n=[
"	",";",","].find(i=>e(i)&&t[0].includes(i)),o=t.slice(t.length>1?1:0).every(vf);return n&&!(n===","&&o)?n:e("\
 ")?" ":"\0"}function vf(s){let t=s.split(/\s+/);return t.length>1&&t.every(e=>_f.test(e))}function Zn(s){return/^\s*#(?!\s*[,;\t])/.
test(s)}function Of(s){let t=e=>e.match(/"[^"]*"|\S+/g)??[];return s.split(`
`).map((e,n)=>({line:n+1,cells:Zn(e)?[]:t(e).map(Sf)}))}function Sf(s){return s.replace(/^"(.*)"$/,"$1").trim()}
function Nf(s,t){let e=[],n=1,o=0;for(;o<s.length;){let i=Dr(s,o);if(Zn(s.slice(o,i))){o=i+1,n++;continue}let r={
line:n,cells:[]};for(let a=!1;!a;){let l=Tf(s,o,t,n);r.cells.push(l.value.trim()),n+=l.value.split(`
`).length-1,a=s[l.end]!==t,o=l.end+1}n++,e.push(r)}return e}function Tf(s,t,e,n){let o=/[^\S\n\t]*"([^"]*(?:""[^"]*)*)("?)[^\S\n\t]*/y;
o.lastIndex=t;let i=o.exec(s);if(i&&!i[2])throw new j(`The quote in line ${n} is never closed: close it, or re\
move it.`);let r=i?s[o.lastIndex]:"";if(i&&(r===e||r===`
`||r===void 0))return{value:i[1].replaceAll('""','"'),end:o.lastIndex};let a=s.indexOf(e,t),l=Math.min(a<0?s.length:
a,Dr(s,t));return{value:s.slice(t,l),end:l}}function Dr(s,t){let e=s.indexOf(`
`,t);return e<0?s.length:e}var Jr=10,Yr=2e4,kf=1e150,Qr=/^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i,Xr=/^([-?.]|#?n\/?a|nan|null|none|[+-]?inf(inity)?)?$/i,
Ef=/^(#|id|index|row|no\.?|nr\.?)?$/i;function Vr(s){let{rows:t,separator:e}=Hr(s.replaceAll("−","-"));if(t.
length===0)throw new j("There is nothing to read: paste one sample per line, such as 1.5, 2.0.");let{header:n,
body:o}=Lf(t);Pf(o,n?.length??o[0].cells.length),If(o,e);let i=o[0].cells.map((u,p)=>$f(p,n,o)),r=i.filter(({kind:u})=>u===
"numbers"),a=o.map((u,p)=>r.map(({cells:m})=>m[p])).filter(u=>u.every(Ss));Ff(r.length,a.length);let l=Float64Array.
from(a.flat(),u=>Number(u.replace(",",".")));if(l.some(u=>Math.abs(u)>=kf))throw new j("Some numbers are beyon\
d 1e150, and their squares overflow: rescale the data.");let h=r.map(({name:u},p)=>u||`x${Cf(p+1)}`),c=i.filter(
({kind:u})=>u!=="numbers"),f={rows:o.length-a.length,columns:c.map(({name:u,place:p,kind:m})=>({name:u,place:p,
kind:m}))};return{X:l,N:a.length,D:r.length,names:h,leftOut:f}}function Zr({rows:s,columns:t}){let e=t.map(n=>`${ea(
n)} (${n.kind})`);return s===1&&e.push("1 row without all its numbers"),s>1&&e.push(`${s} rows without all the\
ir numbers`),e.length?`Left out: ${e.join(", ")}.`:""}function Ss(s){return Qr.test(s)}function to(s){return!Qr.
test(s)&&!Xr.test(s)}function ta(s){return s.filter(Ss).length>s.filter(to).length}function Lf(s){let[{cells:t},
...e]=s;if(e.length===0)return{header:null,body:s};let o=e.every(({cells:a})=>a.length===t.length+1&&a[t.length]!==
"")?["",...t]:t,i=a=>e.map(({cells:l})=>l[a]??"");return!o.some(Ss)&&o.some((a,l)=>to(a)&&ta(i(l)))?{header:o,
body:e}:{header:null,body:s}}function Pf(s,t){for(let e of s){for(;e.cells.length>t&&e.cells[e.cells.length-1]===
"";)e.cells.pop();if(e.cells.length!==t)throw new j(`Line ${e.line} has ${Rf(e.cells.length,"cell")} where ${t}\
 were expected: give every line one cell per column.`)}}function If(s,t){let e=s.flatMap(({cells:r})=>r.filter(
Ss)),[n,o]=[",","."].map(r=>e.find(a=>a.includes(r)));if(!n||t!==","&&!o)return;let i=o?`, and ${o} a decimal \
point`:" between commas";throw new j(`${n} has a decimal comma${i}: use the same sign in all numbers, and anot\
her between them.`)}function $f(s,t,e){let n={name:t?.[s]??"",place:s+1,cells:e.map(({cells:h})=>h[s])},{name:o,
cells:i}=n;if(i.every(h=>Xr.test(h)))return{...n,kind:"empty"};if(!ta(i))return{...n,kind:"text"};let r=i.findIndex(
to);if(r>=0)throw new j(`Line ${e[r].line} has "${sa(i[r])}" in ${ea(n)}, where a number was expected: correct\
 it, or leave the cell empty.`);let a=i.every((h,c)=>Number(h)===Number(i[0])+c),l=t&&s===0&&a&&Ef.test(o);return{
...n,kind:l?"row numbers":"numbers"}}function ea({name:s,place:t}){return s?`column "${sa(s)}"`:`column ${t}`}
function sa(s){let t=s.replace(/\s+/g," ");return t.length>40?`${t.slice(0,40)}…`:t}function Ff(s,t){let e=s===
0?"No column holds numbers: paste one sample per line, such as 1.5, 2.0.":t===0?"No row has all its numbers: f\
ill the empty cells, or remove the column they are in.":s>Jr?`The table has ${s} columns of numbers, and at mo\
st ${Jr} can be shown: remove some.`:t>Yr?`The table has ${t} samples, and at most ${Yr} can be shown: remove \
some.`:"";if(e)throw new j(e)}function Rf(s,t){return`${s} ${t}${s===1?"":"s"}`}function Cf(s){return String(s).
replace(/\d/g,t=>String.fromCharCode(8320+Number(t)))}var na=20,jf=2e7;function zf(s,t){let{X:e,N:n,D:o,names:i,leftOut:r}=Vr(s);if(n>t)throw new j(`The table has ${n}\
 samples, and a notebook keeps at most ${t}: remove some, or use EMExplorer(X).`);let a=Array.from({length:n},
(c,f)=>Array.from(e.subarray(f*o,(f+1)*o))),l=i.map(c=>c.length>na?`${c.slice(0,na)}…`:c),h=[Zr(r),Bf(a,i)].
filter(Boolean).join(" ");return{points:a,labels:l,note:h}}function Bf(s,t){let e=t.filter((n,o)=>s.length>1&&
s.every(i=>i[o]===s[0][o]));return e.length?`All samples have the same ${e.join(" and ")}: only reg_covar give\
s it a variance.`:""}var Ns=class{constructor(t,e){this.app=t,this.text=g("textarea",{rows:"4",spellcheck:"fal\
se","aria-label":"your data, one sample per line",placeholder:`x, y
1.5, 2.0
0.3, 1.1`}),this.problem=g("p",{class:"emx-problem",role:"alert"});let n=g("input",{type:"file",accept:".csv,.\
tsv,.txt,.dat,text/*",onchange:()=>{n.files?.length&&this._readFile(n.files[0]),n.value=""}});this.why=g("p",{}),
this.element=g("details",{class:"emx-own"},g("summary",{},"Your own data"),g("p",{},"Paste a table with one sa\
mple per line, choose a CSV file, or drop it on the picture."),this.text,g("div",{class:"emx-bar"},g("button",
{type:"button",onclick:()=>this.read(this.text.value)},"Show these data"),g("label",{},g("span",{},"CSV file"),
n)),this.problem,this.why),this._acceptDrops(e)}_acceptDrops(t){let e=n=>!this.why.textContent&&n.dataTransfer?.
types.includes("Files");t.addEventListener("dragover",n=>e(n)&&n.preventDefault()),t.addEventListener("drop",n=>{
let o=n.dataTransfer?.files[0];!e(n)||!o||(n.preventDefault(),n.stopPropagation(),this._readFile(o))})}async _readFile(t){
t.size>jf?this._fail("This file is larger than 20 MB: choose a smaller one."):this.read(await t.text())}read(t){
this.problem.textContent="";try{if(t.includes("\0")||t.startsWith("PK"))throw new j("This is not a text file: \
save the table as CSV, and choose that file.");let{points:e,...n}=zf(t,this.app.mostPoints);this.app.takePoints(
e,n)}catch(e){if(!(e instanceof j))throw e;this._fail(e.message)}}_fail(t){this.element.open=!0,this.problem.textContent=
t,this.problem.scrollIntoView({block:"nearest"})}limit(t){for(let e of this.element.querySelectorAll("input, b\
utton, textarea"))e.toggleAttribute("disabled",!!t);this.why.textContent=t}};var Wf=250,Ts=class{constructor(t,e,n){this.pictures=t,this.transport=e,this.settled=n,this.timer=0,this.told=
[],this.isDue=!1,this.badge=g("strong",{class:"emx-badge"}),this.where=g("span",{class:"emx-where"}),this.weights=
g("span",{class:"emx-weights",title:"mixture weights of components 0, 1, 2 and so on"}),this.why=g("p",{class:"\
emx-why"}),this.live=g("p",{class:"emx-hidden",role:"status"}),this.line=g("div",{class:"emx-status"},this.badge,
this.where,this.weights),this.elements=[this.line,this.why,this.live]}close(){clearTimeout(this.timer)}tell(t,e,n,o="",i=!1){
let{badge:r,where:a,weights:l,why:h}=this,{dragged:c,isPlaying:f,canRun:u,layers:p}=t,m=he(n),d=c?qf(e,n):ce(e,
n);r.textContent=n===e.failed?`${m} failed`:m,r.dataset.name=_(n),a.textContent=d+(c?"":Oi(e,u,n)),l.textContent=
Ni(e,n),h.textContent=Ti(e,n,p.bound);let w=n===e.failed||n===0&&e.failed>0||e.rises(n);h.classList.toggle("em\
x-alarm",w),this.transport.show({h:n,end:e.last,isPlaying:f,text:`${m}, ${d}`});let y=[e,n,f,a.textContent,h.textContent,
o],b=y.every((x,M)=>x===this.told[M]);this.told=y,!(b&&this.isDue&&!i)&&(clearTimeout(this.timer),this.isDue=!f&&
(!b||this.isDue),f||(this.timer=window.setTimeout(()=>this._readOut(t,e,n,d,o),Wf)))}clear(t){for(let e of[this.
badge,this.where,this.weights,this.why])e.textContent="";delete this.badge.dataset.name,this.why.classList.remove(
"emx-alarm"),this.transport.show({h:0,end:0,isPlaying:!1,text:"no points yet",why:t}),clearTimeout(this.timer),
this.told=[],this.isDue=!1,this.live.textContent=t}_readOut(t,e,n,o,i){let{badge:r,where:a,why:l,live:h,pictures:c}=this;
if(this.isDue=!1,h.textContent=`${r.textContent}, ${a.textContent}. ${l.textContent} ${i}`.trim(),c.left.setAttribute(
"aria-label",ki(t.choice,e,n,t.layers)),i){let f=lt[t.layers.picture??""];c.right.setAttribute("aria-label",`${f[0].
toUpperCase()}${f.slice(1)}. ${i}`),this.settled();return}c.right.setAttribute("aria-label",Si(e,o)),this.settled()}};
function qf(s,t){let n=(s.failed>=0?" fails":s.judged.flaw&&" collapses")||` ends at ${O(s.nll[s.nll.length-1])}`;
return`dragged, NLL ${O(s.nllAt(t))}${s.isRunning?"":`; from here EM${n}`}`}var oa="Keys: ← → half-step, ↑ ↓ iteration, Home, End, space plays, K k more or fewer components, S s seed, + \
− speed, . , next or previous sample, p present, f full screen, Esc back.",Kf="only the two pictures, as lar\
ge as the screen allows (p); Esc leaves",Gf="large letters and marks; everything stays where it is",Uf="the wh\
ole explorer, with all its controls, fills the screen (f)",Hf=500,ks=class{constructor(t,e){let n=i=>t.controls.
includes(i),o=i=>g("canvas",{role:"img","aria-label":i});this.left=o("the data"),this.right=o("the negative lo\
g-likelihood"),this.controls=zo(t,i=>e.choose(i)),this.transport=Bo(e),this.transport.showSpeed(e.player.speed),
this.presents=g("button",{type:"button","aria-pressed":"false","aria-keyshortcuts":"p",title:Kf},"Present"),n(
"view")&&this.transport.element.append(this.presents),this.layers=Wo(e.scene.layers,i=>e.setLayers(i)),this.picture=
Ho(e.scene.layers,i=>e.setLayers(i),this.layers.boxes),this.layers.right.prepend(...this.picture.elements),this.
note=g("p",{class:"emx-note"}),this.problem=g("p",{class:"emx-problem",role:"alert"}),this.said=g("p",{class:"\
emx-said",role:"alert"}),this.status=new Ts(this,this.transport,()=>e.settled()),this.atlas=new Ve(t.counts,t.
seeds,(i,r)=>e.toEnd({n_components:i,seed:r}),(i,r,a)=>e.scene.data&&Xi(i,r,a,e.scene.data)),this.atlas.element.
hidden=!0,this.own=new Os(e),this.stories=e.stories,n("stories")&&!t.has_own_steps&&t.max_iter>=Hf&&this.controls.
element.append(e.stories.element),this.share=new xs(e,t),this.numbers=new Ms(e),this.panels=[this.left,this.right].
map(i=>g("div",{class:"emx-panel"},g("img",{hidden:!0}),i)),this.stage=g("div",{class:"emx-panels",tabindex:"0",
role:"group","aria-label":`Pictures of EM. ${oa}`},...this.panels,e.stories.card.element),this.foot=Df(e,n,t.large),
this.table=new Ns(e,this.stage),this.element=g("div",{class:"emx",role:"region","aria-label":"EM explorer",tabindex:"\
-1"},this.controls.element,this.problem,this.said,this.stage,this.transport.element,...this.status.elements,e.
comparison.line,n("layers")?g("div",{class:"emx-under"},this.layers.left,this.layers.right):null,this.note,this.
foot,this.atlas.element,g("div",{class:"emx-folds"},this.numbers.element,this.starts=g("div",{hidden:!n("own")},
this.own.element,this.table.element),n("share")?this.share.element:null)),this.element.classList.toggle("emx-l\
arge",t.large)}addBasins(t){this.starts.append(t)}showChoice(t){this.controls.show(t),this.stories.showChoice(
t),this.said.textContent="",this.atlas.choose(t.n_components,t.seed)}get isLarge(){return this.element.classList.
contains("emx-large")}};function Df(s,t,e){let n=(i,r,a=!1,l="")=>{let h=g("button",{type:"button","aria-press\
ed":String(a),title:l},i);return h.onclick=()=>h.setAttribute("aria-pressed",String(r())),h},o={type:"button",
title:Uf,onclick:()=>s.surroundings.toggleFullScreen()};return g("div",{class:"emx-bar emx-foot"},t("atlas")?n(
"Atlas of K and seeds",()=>s.showing.toggleAtlas()):null,...t("compare")?[s.comparison.pinButton,s.comparison.
kmeansButton]:[],t("view")?n("Large type",()=>s.surroundings.toggleLarge(),e,Gf):null,t("view")?g("button",o,"\
Full screen"):null,g("details",{class:"emx-keys"},g("summary",{},"Keys"),g("p",{},oa)))}var Jf="Python no longer holds this explorer: it plays the runs of your functions that it has, and no others u\
ntil you",Es=class{constructor(t,e){this.layout=t,this.tell=e,this.reason="",this.isAlone=!1}ofKernel(t){this.
reason=t?"":`${Jf} ${We(this.layout.element)}.`,this.layout.own.limit(this.reason),this.layout.table.limit(this.
reason),this.tell()}keepStills(){if(this.isAlone)for(let t of[this.layout.left,this.layout.right]){let e=t.previousElementSibling;
e.src=t.toDataURL(),e.alt=t.getAttribute("aria-label")??"",e.hidden=!1,t.setAttribute("aria-hidden","true")}}};function ia(s){return{...s,size:18,scale:s.scale*s.size/18}}var Ls=class{constructor({element:t,stage:e,presents:n},o){
this.element=t,this.stage=e,this.button=n,this.resize=o,this.timer=0,this.button.addEventListener("click",()=>this.
toggle()),this.wake=()=>this._wake();for(let i of["pointermove","pointerdown","keydown","focusin"])t.addEventListener(
i,this.wake);this.isFull=!1,this.isChanging=!1,this.left=()=>this._noticeEsc(),document.addEventListener("full\
screenchange",this.left)}close(){this.leave(),document.removeEventListener("fullscreenchange",this.left)}get isOn(){
return this.element.classList.contains("emx-presenting")}toggle(){this.isOn?this.leave():this.enter()}enter(){
return this._show(!0),this.stage.focus({preventScroll:!0}),this._settle()}async _settle(){if(!this.isChanging){
for(this.isChanging=!0;this.isOn!==this.isFull;){let t=this.isOn;try{await(t?this.element.requestFullscreen():
document.exitFullscreen()),this.isFull=t}catch{if(this.isFull=!1,t&&this.isOn&&this._cover(),t)break}}this.isChanging=
!1,this._noticeEsc(),this.resize()}}_noticeEsc(){this.isChanging||!this.isFull||document.fullscreenElement===this.
element||(this.isFull=!1,this.leave())}_cover(){this.element.setAttribute("popover","manual"),this.element.showPopover?.(),
this.stage.focus({preventScroll:!0})}leave(){return this.isOn?(this._show(!1),this.element.removeAttribute("po\
pover"),this._settle(),this.resize(),!0):!1}_show(t){this.element.classList.toggle("emx-presenting",t),this.button.
setAttribute("aria-pressed",String(t)),this._wake()}_wake(){clearTimeout(this.timer),this.element.classList.remove(
"emx-quiet"),this.isOn&&(this.timer=window.setTimeout(()=>this.element.classList.add("emx-quiet"),2500))}};var Ps=class{constructor(t,e,n){this.choice=t,this.h=e,this.layers={...n},this.data=null,this.trace=null,this.
dragged=null,this.held={component:-1,part:null,at:null},this.isPlaying=!1,this.canRun=!0}get isEmpty(){return this.
choice.data===v&&!this.choice.own_points.length}};var Is=class{constructor(t,e,n){this.scene=t,this.runs=e,this.screen=n,this.wanted=null,this.timer=0}to(t){clearTimeout(
this.timer),this.wanted=t,t||(this.scene.dragged=null,this.runs.endAside(this.scene.choice)),this.screen.redraw()}compute(){
let{scene:t,runs:e,wanted:n}=this;if(!n||!t.data)return;this.wanted=null;let o=e.from(n,t.data,t.choice,9);t.dragged=
o,o.isRunning&&(this.timer=window.setTimeout(()=>e.followAside(o),120))}close(){clearTimeout(this.timer)}};var eo=4.5,ra=eo*Math.sqrt(10),ge=18,ot={least:22,most:92,hit:7},$s=18,Yf=1,Qf=s=>s>=2*$s?s:$s+s/2,Xf=s=>s>=2*
$s?s:2*(s-$s);function Fs(s,t,e,n,o,i,r){let{box:a}=s,l=de(t,e,n,ca(s)),h=([y,b]=i)=>y>=a.left&&y<=a.left+a.width&&
b>=a.top&&b<=a.top+a.height,c=y=>{let[b,x]=fa(l,y),M=Qf(l[y]/o)*o,A=Ae=>[i[0]+Ae*M*b,i[1]+Ae*M*x],R=(r?rt(A(-1),
r)<rt(A(1),r):!h(A(1))&&h(A(-1)))?-1:1;return{part:y,at:A(R),sign:R}},u=tt(t.length,n.D)>1?(ot.least+(ot.most-
ot.least)*t[e])*o:0,p=s.flat?[c("width")]:[c("width"),c("height")],[m,d]=[0,0];for(let{at:y}of p)[m,d]=[m+(i[0]-
y[0])/rt(y,i),d+(i[1]-y[1])/rt(y,i)];s.flat&&(d=-1);let w=Math.hypot(m,d);return{k:e,mean:i,axes:l,dots:p,ring:u,
knob:[i[0]+u*m/w,i[1]+u*d/w],px:o}}function so({mean:s,dots:t,ring:e,knob:n,px:o},i){let r=[{part:"mean",place:s,
reach:e?ot.least-ot.hit:ge},...t.map(c=>({part:c.part,place:c.at,reach:ra}))];e&&r.push({part:"weight",place:n,
reach:ra});let a=r.map(({place:c,reach:f})=>rt(c,i)/(f*o)),l=a.indexOf(Math.min(...a));return a[l]<1?{part:r[l].
part,far:a[l]}:{part:e&&Math.abs(rt(s,i)-e)<ot.hit*o?"weight":null,far:1}}function la(s,t){let{mean:e,ring:n,px:o}=s;
return so(s,t).part!==null||no(s,t)<=1||rt(e,t)<n+ot.hit*o}function no({mean:s,axes:t,dots:e},n){let[o,i]=[n[0]-
s[0],n[1]-s[1]];return Math.hypot(...e.map(({part:r})=>{let[a,l]=fa(t,r);return(o*a+i*l)/t[r]}))}function ha({
k:s,mean:t,axes:e,dots:n,ring:o,px:i},r,a,l,h,c,f){if(r==="mean")return ct(h,s,[f.x.back(l[0]),f.flat?0:f.y.back(
l[1])],c);if(r==="weight"){let R=((o+rt(l,t)-rt(a,t))/i-ot.least)/(ot.most-ot.least);return As(h,tt(h.length,c.
D),s,R)}let{at:u,sign:p}=n.find(T=>T.part===r)??n[0],{left:m,top:d,width:w,height:y}=f.box,b=p*(aa(u[0]+l[0]-a[0],
m,w)-t[0]),x=f.flat?0:p*(aa(u[1]+l[1]-a[1],d,y)-t[1]),M=Math.max(Xf(Math.hypot(b,x)/i),Yf)*i,A=f.flat?0:Math.atan2(
-x,b)-(r==="height"?Math.PI/2:0);return _s(h,s,e,{...e,[r]:M,angle:A},c,ca(f))}function aa(s,t,e){return Math.
min(Math.max(s,t),t+e)}function ca({x:s,y:t}){return[s.to(1)-s.to(0),t.to(0)-t.to(1)]}function fa({angle:s},t){
let e=t==="width"?s:s+Math.PI/2;return[Math.cos(e),-Math.sin(e)]}function rt(s,t){return Math.hypot(s[0]-t[0],
s[1]-t[1])}function Vf(s,t,e){let n=Math.min(e/2/Math.hypot(t[0]-s[0],t[1]-s[1]),1);return[s[0]+n*(t[0]-s[0]),s[1]+n*(t[1]-
s[1])]}function ua(s,{k:t,mean:e,dots:n,ring:o,knob:i,px:r},a,l,h){let c=h.colors[t%h.colors.length],f=(d,w)=>{
let y=(d?3:1.5)*r;for(let[b,x]of[[h.paper,y+2*r],[h.ink,y]])s.strokeStyle=b,s.lineWidth=x,s.beginPath(),w(),s.
stroke()},u=([d,w],y)=>{s.fillStyle=y?h.ink:c,f(!1,()=>s.arc(d,w,(y?1.4:1)*eo*r,0,2*Math.PI)),s.fill()};o&&(s.
setLineDash([5*r,4*r]),f(a==="weight",()=>s.arc(...e,o,0,2*Math.PI)),s.setLineDash([]));for(let{at:d}of n)f(!1,
()=>(s.moveTo(...Vf(e,d,ge*r)),s.lineTo(...d)));for(let{at:d,part:w}of n)u(d,a===w);if(!o||(u(i,a==="weight"),
a!=="weight"))return;s.font=`600 ${.95*h.size*h.scale}px ${h.family}`,s.textAlign=i[0]<e[0]?"right":"left",s.textBaseline=
"middle";let p=[i[0]+(i[0]<e[0]?-10:10)*r,i[1]],m=`weight ${l.toFixed(2)}`;s.strokeStyle=h.paper,s.lineWidth=4*
h.scale,s.strokeText(m,...p),s.fillStyle=h.ink,s.fillText(m,...p)}var we=class{constructor(t,e,n={}){this.X=t,this.D=e,this.N=t.length/e;let{plane:o,labels:i,note:r}=Zf(t,this.
N,e),{truth:a=null,start:l=null,components:h=null,n_samples:c=0}=n;this.plane=o,this.labels=n.labels??i,this.note=
n.note??r,this.truth=a,this.start=l,this.components=h,this.isPart=this.N<c,this.places=this._places()}_places(){
let{D:t,origin:e,axes:n,shown:o}=this.plane,i=new Float64Array(2*this.N);for(let r=0;r<this.N;r++)for(let a=0;a<
o;a++){let l=0;for(let h=0;h<t;h++)l+=(this.X[r*t+h]-e[h])*n[h*o+a];i[2*r+a]=l}return i}};function Zf(s,t,e){if(e>
2)return tu(s,t,e);let n=new Float64Array(e*e);for(let r=0;r<e;r++)n[r*e+r]=1;let o={D:e,origin:new Float64Array(
e),axes:n,shown:e},i=e>1?"":"The data have one feature: it lies on the horizontal axis, and curves show the de\
nsities.";return{plane:o,labels:["x₁","x₂"].slice(0,e),note:i}}function tu(s,t,e){let n=new Float64Array(e);
for(let p=0;p<s.length;p++)n[p%e]+=s[p]/t;let o=new Float64Array(e*e);for(let p=0;p<t;p++)for(let m=0;m<e;m++){
let d=s[p*e+m]-n[m];for(let w=0;w<e;w++)o[m*e+w]+=d*(s[p*e+w]-n[w])}let{values:i,vectors:r}=Z(o,e),a=new Float64Array(
2*e);for(let p=0;p<2;p++){let m=e-1-p,d=0;for(let w=0;w<e;w++){let y=r[w*e+m];Math.abs(y)>Math.abs(d)&&(d=y)}for(let w=0;w<
e;w++)a[2*w+p]=r[w*e+m]*Math.sign(d)}let l=i.reduce((p,m)=>p+Math.max(m,0),0),h=Math.max(i[e-1],0)+Math.max(i[e-
2],0),c=Math.round(100*(l>0?h/l:1)),f=`The data have ${e} features: EM uses all of them, the picture shows the\
 first two principal axes, with ${c}% of the variance.`;return{plane:{D:e,origin:n,axes:a,shown:2},labels:["fi\
rst principal axis","second principal axis"],note:f}}var mt="There are no points yet: click in the picture to add them.",Rs=class{constructor(){this.named=new Map,
this.own=null,this.about=new WeakMap}describe(t,e){this.about.set(t,e)}take(t){let{words:e,arrays:n}=fe(t);for(let{
name:o,D:i,truth:r,...a}of e.data){let l=n[`${o} truth`],h=n[`${o} start`]??null,c=n[`${o} components`]??null,
f=l?{K:r,row:l}:null;this.named.set(o,new we(n[o],i,{...a,truth:f,start:h,components:c}))}}get isPart(){return[
...this.named.values()].some(t=>t.isPart)}of(t){if(t.data===v)return this._ownPoints(t);let e=this.named.get(t.
data);if(e)return e;let n=[...this.named.keys()].join(", ");throw new Error(`no data set is called '${t.data}'\
: choose one of ${n}.`)}_ownPoints(t){let{own_points:e}=t;if(!e.length)throw new Error(mt);let n=ee(t);if(this.
own?.key!==n){let o=new we(Float64Array.from(e.flat()),e[0].length),{labels:i,note:r}=this.about.get(e)??{labels:[],
note:""};i.length===o.labels.length&&o.D<=2&&(o.labels=i),o.note=[o.note,r].filter(Boolean).join(" "),this.own=
{key:n,data:o}}return this.own.data}};var eu=1e3/60,Cs=class{constructor(t,e,n,o){this.layout=t,this.scene=e,this.comparison=n,this.advance=o,this.plane=
new ut(t.left),this.chart=new Ot(t.right),this.look=null,this.inside=null,this.map=null,this.drawn=this.drawnAt=
this.frame=0,this.isAsked=!1,this.isClosed=!1}close(){this.isClosed=!0,cancelAnimationFrame(this.frame)}redraw(t=!1){
if(!this.look||this.isClosed||(this.isAsked=!0,this.frame))return;let e=t&&!this.scene.isPlaying&&performance.
now()-this.drawnAt>eu;this.frame=requestAnimationFrame(n=>{this.frame=0,!this.isClosed&&(e?this.isAsked&&this.
redraw():this._inFrame(n))}),e&&this._drawAsked()}_inFrame(t){this.advance(t),this._drawAsked(),this.scene.isPlaying&&
this.redraw()}_drawAsked(){this.isAsked=!1,this.draw()}draw(){let{look:t,scene:e,layout:n,plane:o,chart:i,inside:r}=this;
if(!t||!n.left.width)return;if(e.isEmpty){o.clear(t,n.own.isAdding?"Click here to add points":""),i.clear(t),r?.
clear(),n.status.clear(mt),this._drawn(0);return}let a=e.dragged??e.trace;if(!e.data||!a)return;let l=this._h,
h=this.paint(o,i,t),c=this.comparison.tell(a,l);n.status.tell(e,a,l,i.caption,r?.slow.isMoving),r?.tell(),this.
_drawn(l),(!h||!c)&&this.redraw()}get _h(){return this.scene.dragged?1:this.scene.h}paint(t,e,n){let{inside:o,
scene:i}=this,{data:r,dragged:a,layers:l,choice:h}=i,c=a??i.trace;if(!r||!c)return!0;let f=this._h,u=h.data===
v,p=o?.see(c,f,n)??{trace:c,look:n,isMoving:!1},m=this.comparison.at(c,f);return t.draw({...p,data:r,h:f,layers:l,
keep:u,showsEnd:!!a,others:m,under:(w,y)=>this.map?.under(w,y,n),between:o?.draw.bind(o),over:()=>{this.map?.over(
t.context,t.framed,n),this._handles(t,c,r,n)}}),e.draw({trace:c,h:f,layers:l,look:n,marked:!0,ghost:m.ghost})&&
!p.isMoving}_handles(t,e,n,o){let{component:i,part:r,at:a}=this.scene.held;if(i<0||i>=e.K)return;let l=e.row(this.
_h),{x:h,y:c}=t.placeOfMean(l,e.K,n,i),f=Fs(t.framed,l,i,n,o.scale,[h,c],a??void 0);ua(t.context,f,r,l[i],o)}_drawn(t){
this.drawn+=1,this.drawnAt=performance.now(),Object.assign(this.layout.element.dataset,{halfStep:String(t),drawn:String(
this.drawn)})}};var su=500,nu=8e3,js=class{constructor(t,e){this.element=t,this.problem=e,this.before="",this.timers=[]}begin(t="\
Still showing the previous pictures."){this.end(),this.element.setAttribute("aria-busy","true"),this._later(su,
`Waiting for Python. ${t}`),this._later(nu,`Python is not answering. If it is busy, this continues by itself; \
if it was restarted or has stopped, ${We(this.element)}. ${t}`)}_later(t,e){this.timers.push(window.setTimeout(
()=>this._say(e),t))}_say(t){this.element.dataset.waiting||(this.before=this.problem.textContent??""),this.element.
dataset.waiting="yes",this.problem.textContent=t}end(){this.timers.forEach(clearTimeout),this.timers=[],this.element.
dataset.waiting&&(this.problem.textContent=this.before),delete this.element.dataset.waiting,this.element.removeAttribute(
"aria-busy")}};function pa(s,t){let e=Array.from({length:t},()=>[]);return[...s].sort((o,i)=>i-o).forEach((o,i)=>{let r=i%(2*
t);e[r<t?r:2*t-1-r].push(o)}),e.map(o=>o.sort((i,r)=>i-r))}function ma(s,t){let{rows:e,numbers:n}=s,o=e.length/
n.length;return Array.from({length:t},(i,r)=>{let a=n.filter((h,c)=>c%t===r),l=new Float64Array(a.length*o);for(let h=0;h<
a.length;h++){let c=(h*t+r)*o;l.set(e.subarray(c,c+o),h*o)}return{...s,rows:l,numbers:a}})}function ou(s,t){return s-1+s*t+s*t*(t+1)/2}function da(s,t){return 2*s.nll[s.nll.length-1]+ou(s.K,s.D)*Math.log(
t.N)}function ga(s,t,{X:e,N:n,D:o}){for(let i=0;i<t;i++)if(!D(E(s,t,o,i),o))return NaN;return et(z(e,n,o,s,t,new Float64Array(
n*t)),n,t)}function ya(s,t){let e=ru(iu(s)),n=ba(2337405405,1492356589);return Uint32Array.from({length:t},(o,i)=>n(e[i%4]))}
function iu(s){let t=[];for(let e=BigInt(s);e>0n;e>>=32n)t.push(Number(e&0xffffffffn));return t}function ru(s){
let t=ba(1135663077,2468251765),e=Uint32Array.from({length:4},(n,o)=>t(s[o]??0));for(let n=0;n<4;n++)for(let o=0;o<
4;o++)n!==o&&(e[o]=wa(e[o],t(e[n])));for(let n of s.slice(4))for(let o=0;o<4;o++)e[o]=wa(e[o],t(n));return e}function ba(s,t){
return e=>{let n=Math.imul(s,t),o=Math.imul(e^s,n);return s=n,o^o>>>16}}function wa(s,t){let e=Math.imul(3389127133,
s)-Math.imul(1232336661,t)|0;return e^e>>>16}var _a=6,ro=22,Q=2**ro,xa=2**(128-(_a-1)*ro),au=io(0x2360ed051fc65da44385df649fccf645n),[Qt,ye,zs,oo,Ma,lu]=au,
Bs=class{constructor(t){let e=ya(t,8),n=r=>BigInt(e[r+1])<<32n|BigInt(e[r]),o=n(0)<<64n|n(2),i=n(4)<<65n|n(6)<<
1n|1n;this.increment=io(i),this.state=io(i+o),this.high=0,this.low=0,this.spare=-1,this._step()}next64(){this.
_step();let t=this.state,[e,n,o,i,r,a]=[t[0],t[1],t[2],t[3],t[4],t[5]],l=e^n<<22^o>>>20^i<<2^r<<24,h=n>>>10^o<<
12^r>>>8^a<<14,c=a>>>12&63,[f,u]=c&32?[l,h]:[h,l],p=c&31;this.high=p?(f>>>p|u<<32-p)>>>0:f>>>0,this.low=p?(u>>>
p|f<<32-p)>>>0:u>>>0}next32(){if(this.spare>=0){let t=this.spare;return this.spare=-1,t}return this.next64(),this.
spare=this.high,this.low}random(){return this.next64(),(this.high*2**21+(this.low>>>11))*2**-53}_step(){let{state:t,
increment:e}=this,[n,o,i,r,a,l]=[t[0],t[1],t[2],t[3],t[4],t[5]],h=e[0]+n*Qt,c=Math.floor(h/Q);t[0]=h-c*Q,h=c+e[1]+
n*ye+o*Qt,c=Math.floor(h/Q),t[1]=h-c*Q,h=c+e[2]+n*zs+o*ye+i*Qt,c=Math.floor(h/Q),t[2]=h-c*Q,h=c+e[3]+n*oo+o*zs+
i*ye+r*Qt,c=Math.floor(h/Q),t[3]=h-c*Q,h=c+e[4]+n*Ma+o*oo+i*zs+r*ye+a*Qt,c=Math.floor(h/Q),t[4]=h-c*Q,h=c+e[5]+
n*lu+o*Ma+i*oo+r*zs+a*ye+l*Qt,c=Math.floor(h/xa),t[5]=h-c*xa}};function io(s){let t=BigInt.asUintN(128,s);return Float64Array.
from({length:_a},(e,n)=>Number(t>>BigInt(ro*n)&BigInt(Q-1)))}var Aa="edkVeDtJzzzG9v3jC42LPLRbLDyvUJI8YTtEOLl8lTwMpy/o/AGYPLzQTC4MI5o892E4L00AnDx0cnRaL6ydPMPVTC1IMp88rbuOJz\
JNoDxDXQI7BfWgPHc2QZemkqE89Rp6j6InojyA2GM4LrWiPPWRV8A/PKM8L7GiwZ69ozxVm/+N7zmkPKf+PTa7saQ8dNMaYnUlpTyWzgengJWl\
POp+2c8xAqY8PXyjYdJrpjxwBQCSotKmPKb4RtPaNqc8dyqzEK2YpzxD9UatRfinPHcKQ1PMVag8mnZ7nmSxqDyYz06pLgupPOoeLIJHY6k8Rs\
U4jsm5qTwsp6TczA6qPFnNd21nYqo8MBYQbq20qjycbBNtsQWrPCl6QoeEVas8Op9Sjjakqzwygr8q1vGrPPNOWflwPqw8YTsypROKrDyLJnL+\
ydSsPEi3gA6fHq08EB/kKZ1nrTzDuCMAzq+tPFN28ak69608/u3Stes9rjwAb3oz6YOuPM6C+b06ya48JmLwhOcNrzyI9thU9lGvPK7Xh55tla\
88rC76fVPYrzzsNELgVg2wPJqPOfVALrA8/KUWnupOsDwQoHJbVm+wPAv0cZCGj7A8E2G8hH2vsDx/zEtmPc+wPGsIFkvI7rA87hWVMiAOsTy+\
DzEHRy2xPEGRjp8+TLE8HiDEvwhrsTw02ngap4mxPIht7lEbqLE8yyr4+GbGsTwu1OCTi+SxPJ+gQJmKArI86cbEcmUgsjwfw+l9HT6yPPtrqQ\
y0W7I8f9MdZip5sjwb1xnHgZayPNouuGK7s7I8U7jhYtjQsjyOqcvo2e2yPNdIbg3BCrM8MLn04Y4nszyhXiZwRESzPNVSyrriYLM8algFvmp9\
szxksrJv3ZmzPAM9uL87trM84B1WmIbSszyDWnLevu6zPHSe4HHlCrQ8XXSmLfsmtDykMDzoAEO0PF3HynP3XrQ8NsNmnt96tDwvj0gyupa0PF\
1BAvaHsrQ83BGzrEnOtDwFpjgWAOq0PGJVXu+rBbU8WosK8k0htTxPZmrV5jy1PMiyG053WLU8eF9VDgB0tTwUhQ7GgY+1PFkbJCP9qrU8PXN9\
0XLGtTzTjC974+G1PDhen8hP/bU8wx+jYLgYtjyisKLoHTS2PAsmtwSBT7Y8cpbJV+Jqtjw3MbGDQoa2PLGyUCmiobY8u0Oz6AG9tjxS0yhhYt\
i2PFT4YTHE87Y862iL9ycPtzzGFGlRjiq3PNzucNz3Rbc8H3PlNWVhtzxJ9O/61ny3PJO9ushNmLc8CRSLPMqztzz7ItvzTM+3POfec4zW6rc8\
H+qGpGcGuDx2hsjaACK4PBWfic6iPbg8vfXRH05ZuDzFfnpvA3W4PC33R1/DkLg8Q8AFko6suDycDKGrZci4PCdqRFFJ5Lg8j7VzKToAuTxHgy\
jcOBy5PPwK7xJGOLk8iqIDeWJUuTzu1XC7jnC5PDEqLonLjLk8v5k/kxmpuTws2dWMecW5PBF0byvs4bk8StL6JnL+uTySNvk5DBu6PFvIoiG7\
N7o8iLsLnn9UujykqUpyWnG6PD0xoGRMjro8CPGfPlarujzO9VrNeMi6PDazi+G05bo8GqHDTwsDuzxbmJrwfCC7PAAM4KAKPrs8Az3OQbVbuz\
wniT+5fXm7PDz35fFkl7s8biWF22u1uzyiwC5rk9O7PIOugZvc8bs8oBbsbEgQvDwtevDl1y68PBwNbhOMTbw8BYfsCGZsvDwXpuvgZou8PKui\
Nr2Pqrw8kNY7x+HJvDw34GgwXum8PG6PizIGCb08IO83ENsovTxHxjMV3ki9PCPx55YQab08pfvX9HOJvTxwbiCZCaq9PA5J/PjSyr08Ny5Sld\
HrvTwc0kn7Bg2+PPZG6sR0Lr48iNHBmRxQvjwl/pcvAHK+PAq/KkshlL48CG/3wIG2vjw6pxB2I9m+PKnsAWEI/L48IVPCijIfvzxtTbcPpEK/\
PGgBySBfZr88gpeJBGaKvzy/InEYu66/PIXnL9Jg0788C/YYwVn4vzx1oNNH1A7APEfJjwKoIcA8qwKpg6k0wDzH9T5O2kfAPH6zrfY7W8A8aC\
anI9BuwDwXLmOPmILAPFSi6AiXlsA8xMBxdc2qwDxI1O7RPb/APDA9qjTq08A8k2URz9TowDy2n6bv//3APEFwIARuE8E8NV27myEpwTxtCcRp\
HT/BPDsuYEhkVcE88+6dO/lrwTxhEtJ034LBPKzrTlYamsE8ji9/d62xwTyUpnGpnMnBPDmu5Pvr4cE8Adniwp/6wTyBzASdvBPCPO7Tb3pHLc\
I8JJyspEVHwjzgWHbHvGHCPC5ZqPqyfMI8eA53zS6YwjxSCipTN7TCPJfbljHU0MI89XipsQ3uwjzurlbS7AvDPKOkaF57KsM8oxKuBcRJwzxA\
qDN60mnDPApBVpKzisM8+oiucHWswzymBBezJ8/DPHX0YKrb8sM82uW5nKQXxDyUXlQVmD3EPBU6p0TOZMQ8vEOcdWKNxDwnWmudc7fEPAKJzQ\
0l48Q8QazpU58QxTxCfjpSEUDFPBvkSqmxccU82Y1xi8ClxTz+0DokitzFPEwehs9pFsY86moAe85TxjzD5Z++QJXGPDLiCY1r28Y8NHpf8Cgn\
xzxzBglWlXnHPIzO1vQt1Mc8NPIpBQM5yDwUfKq/D6vIPJZEb5TgLsk8q1dAAe7LyTxad5R43I/KPLH9eDgfmMs8M60JgrQ7zTw=",va="wV2/\
lOxk0TwZQV2LnVhgPCtNW0my1mo8uo1bqTWTcTxzKkrl5iJ1PIB6wvuQUHg8zLd579E4ezyYvW232Ox9PDxcxknwO4A8cPbWJNtwgTwzJtqQAp\
iCPMpuPf6Is4M8If4LxhXFhDzDSgKd+M2FPL0rp/BAz4Y8GdAX2s3JhzxvYNNUWb6IPNI3IlWArYk8A1JdvsiXijzEo93dpX2LPIk/jNd7X4w8\
NnzxTaI9jTxac/F4ZhiOPKpPX88M8I48CTJoXdLEjzxYdWrtdkuQPPyAm0dIs5A8r/VJh/MZkTyg30vrjH+RPOdJPukm5JE8Lv84ZdJHkjwLaC\
PhnqqSPEvaJqWaDJM8AoJt4tJtkzygYiHRU86TPEhncMooLpQ8Euc1X1yNlDyTC81r+OuUPE1veCkGSpU8/b64PY6nlTzPLt3HmASWPOBoDG0t\
YZY8RKn6YlO9ljy7kHl5ERmXPHN5ByNudJc8coF+fG/PlzyZ1f5TGyqYPOzhKy93hJg8KsXQUIjemDxEov29UziZPDgTrULekZk8vwP/dSzrmT\
xKiBS+QkSaPGHSllMlnZo8ySTyRNj1mjybl0x5X06bPImPP7O+pps8mf5Zk/n+mzyf0nCaE1ecPNtawisQr5w8++bwjvIGnTyNa9jxvV6dPFeQ\
Qmp1tp08/jF89xsOnjxEEM+DtGWePGIb4uVBvZ48n5QC4sYUnzy1/lcrRmyfPKGpBGXCw5882TyaEZ8NoDxisQ32XTmgPPh2chwfZaA8cgBLu+\
OQoDw3AXEDrbygPGYveiB86KA8FawXOVIUoTy+fXBvMEChPPt/d+EXbKE8liM9qQmYoTyDUj3dBsShPOLEqZAQ8KE8BQ6x0yccojwpo8KzTUii\
PJ8Y0DuDdKI8qs2LdMmgojxdO6VkIc2iPCEXAxGM+aI8EXb7fAomozyhG4qqnVKjPPAahZpGf6M8/O/PTAasozxtM43A3dijPMQJT/TNBaQ80G\
xG5tcypDynbHGU/F+kPMSDyPw8jaQ8pBhrHZq6pDzqRcv0FOikPPsA2YGuFaU8+LUsxGdDpTwnbzG8QXGlPPmcTms9n6U8NZMR1FvNpTwmz1b6\
nfulPC4ac+MEKqY8jJtclpFYpjzu69MbRYemPN88jX4gtqY8CKZZyyTlpjz7qVARUxSnPBwE+mGsQ6c8MNF30TFzpzwKJLF25KKnPPcXfWvF0q\
c8d3LOzNUCqDwq5t+6FjOoPOcIYVmJY6g8VA+kzy6UqDyUYMxICMWoPBMV/vMW9qg84XOOBFwnqTyKgjWy2FipPPS7QDmOiqk8XQPH2n28qTxR\
6d3cqO6pPC1Z0IoQIao8kMZWNbZTqjwP89Aym4aqPHplgd/Auao8/6zKnSjtqjy1i27W0yCrPEIlz/jDVKs8tk8ye/qIqzwQJgfbeL2rPIX9LZ\
1A8qs8LeBCTlMnrDykseqCslysPPsjI9hfkqw8bKWV81zIrDyAce2Dq/6sPK3yMEFNNa08/qMe7UNsrTwKpY1TkaOtPH810ko32608m1AmtDcT\
rjxSpBZ8lEuuPH8j9JpPhK48eHZKFWu9rjxokVv86PauPH+8oG7LMK880F5RmBRrrzzl4e+zxqWvPNgJ3Qrk4K881BH5ejcOsDwbORHvNCywPK\
Mkkp5rSrA82yYRz9xosDwPrTrPiYewPBnIM/dzprA8b5QAqZzFsDy3z+9QBeWwPM7vC2avBLE8ShWSapwksTwrOm/szUSxPMEExIVFZbE8nq5v\
3QSGsTwgeKKnDaexPFoqeKZhyLE8cDObqgLqsTyi9PCT8guyPFDlT1IzLrI8ujtA5sZQsjym2sdhr3OyPCtTQunulrI8UdtFtIe6sjxwLZYOfN\
6yPGVZJlnOArM80KcqC4EnszxlyTuzlkyzPFaojPgRcrM8Q1E0nPWXszyDi416RL6zPNDerYwB5bM8re716S8MtDz4Qr3J0jO0PCzJG4XtW7Q8\
MpTTmIOEtDxMoV2nmK20PCexHHsw17Q8CJW5CE8BtTyyqqxx+Cu1PFqn+AYxV7U8YUQbTP2CtTwH4Tj6Ya+1PJ69iANk3LU8eRgIlwgKtjyULn\
skVTi2PDL0w2BPZ7Y87kiXSv2Wtjwee5ovZce2PAcl9LGN+LY8GNJczn0qtzzDcb3iPF23PPlxa7XSkLc803YUfUfFtzwSFG7po/q3PMO+wCzx\
MLg8QnNoBjlouDyrW2nOhaC4PJU2O4Li2bg8RHXz0loUuTwOKvw0+0+5PNgajfHQjLk86tkkOurKuTx48Uk+Vgq6PDtM6EMlS7o86oatwmiNuj\
zERdiCM9G6PAq2A8CZFrs8D+qRULFduzxe2nbSkaa7PHfvS95U8bs8p+DCQRY+vDz0yMhC9Iy8PH+p8uwP3rw8xTgna40xvTzsO+xvlIe9PJ/x\
Tq9Q4L08YAkZbvI7vjzBg/Mqr5q+PErqUGfC/L48p/eRl25ivzzlxvZD/su/PC7sYrPiHMA87471ixFWwDxOpcvNwZHAPKBIXXgx0MA8ppJDA6\
gRwTwqRHVneFbBPNbCs7wDn8E8fPrJoLzrwTyfkVm2Kz3CPKWqSa71k8I88BFEiuPwwjxe98wn7lTDPGG4yMdOwcM8YhPkZpc3xDzRUUfN17nE\
PPZzzzzYSsU80hNz4XruxTxyv0ttZ6rGPC/G6tZQh8c8Ge3y5p+TyDyFe0gN3OnJPPxx2lGew8s8g7t+KdnJzjw=";var hu=3.654152885361009,cu=.2736612373297583,fu=7.69711747013105,ao=Ta(Aa,2**52,s=>Math.exp(-.5*s*s)),lo=Ta(va,
2**53,s=>Math.exp(-s));function Oa(s){for(;;){s.next64();let{high:t,low:e}=s,n=e&255,o=(t&536870911)*2**23+(e>>>
9),i=o*ao.width[n]*(e&256?-1:1);if(o<ao.sure[n])return i;if(n===0)return uu(s)*(e&131072?-1:1);if(Na(ao,n,s)<Math.
exp(-.5*i*i))return i}}function Sa(s){for(;;){s.next64();let{high:t,low:e}=s,n=e>>>3&255,o=t*2**21+(e>>>11),i=o*
lo.width[n];if(o<lo.sure[n])return i;if(n===0)return fu-Math.log1p(-s.random());if(Na(lo,n,s)<Math.exp(-i))return i}}
function uu(s){for(;;){let t=-cu*Math.log1p(-s.random()),e=-Math.log1p(-s.random());if(e+e>t*t)return hu+t}}function Na({
height:s},t,e){return(s[t-1]-s[t])*e.random()+s[t]}function Ta(s,t,e){let n=Uint8Array.from(atob(s),l=>l.charCodeAt(
0)),o=new Float64Array(n.buffer),i=o.map((l,h)=>h===0?1:e(l*t)),r=l=>l===0?o[255]:l===1?0:o[l-1],a=o.map((l,h)=>Math.
floor(r(h)/l*t));return{width:o,sure:a,height:i}}function ka(s){return new ho(s)}var ho=class{constructor(t){this.bits=new Bs(t)}random(){return this.bits.random()}integers(t){
if(t===1)return 0;let e=this.bits.next32(),n=Math.imul(e,t)>>>0;if(n<t){let o=4294967296%t;for(;n<o;)e=this.bits.
next32(),n=Math.imul(e,t)>>>0}return Math.round((e*t-n)/2**32)}permutation(t){let e=Int32Array.from({length:t},
(n,o)=>o);for(let n=t-1;n>0;n--){let o=2**(32-Math.clz32(n))-1,i=n+1;for(;i>n;)i=this.bits.next32()&o;[e[n],e[i]]=
[e[i],e[n]]}return e}choice(t,e){let n=new Float64Array(t),o=0;for(let r=0;r<t;r++)n[r]=o+=e[r];let i=this.random();
return n.findIndex(r=>r/o>i)}standardNormal(t){return new Float64Array(t).map(()=>Oa(this.bits))}standardExponential(t){
return new Float64Array(t).map(()=>Sa(this.bits))}dirichletOfOnes(t,e){let n=this.standardExponential(e*t);for(let o=0;o<
n.length;o+=t){let i=0;for(let a=0;a<t;a++)i+=n[o+a];let r=1/i;for(let a=0;a<t;a++)n[o+a]*=r}return n}};function Xt(s,t=0,e=s.length-t){if(e>128){let r=Math.floor(e/2),a=r-r%8;return Xt(s,t,a)+Xt(s,t+a,e-a)}let n=t+
e,o=0,i=t;if(e>=8){let r=s.slice(i,i+8);for(i+=8;i+8<=n;i+=8)for(let d=0;d<8;d++)r[d]+=s[i+d];let[a,l,h,c,f,u,
p,m]=r;o=a+l+(h+c)+(f+u+(p+m))}for(;i<n;i++)o+=s[i];return o}function co(s,t){if(t===1)return Float64Array.of(
Xt(s));let e=new Float64Array(t);for(let n=0;n<s.length;n+=t)for(let o=0;o<t;o++)e[o]+=s[n+o];return e}var pu=4*Number.EPSILON;function Ws({X:s,N:t,D:e}){let n=co(s,e).map(a=>a/t),o=s.map((a,l)=>(a-n[l%e])**2),i=s.
slice(0,e),r=s.slice(0,e);for(let a=0;a<t*e;a++)i[a%e]=Math.min(i[a%e],s[a]),r[a%e]=Math.max(r[a%e],s[a]);return co(
o,e).map((a,l)=>!(r[l]-i[l]<=pu*Math.max(Math.abs(i[l]),Math.abs(r[l])))&&a/t>0?a/t:1)}var fo={"random points":mu,"k-means++":du,"random responsibilities":gu,identity:wu,"all means equal":yu};function La(s,t,e,n,o=null){
if(Ea(e,"n_components",1),!Object.hasOwn(fo,s))throw new RangeError(`no start is called '${s}': choose one of ${Object.
keys(fo).join(", ")}.`);if(Ea(n,"seed",0),e>t.N)throw new RangeError(`n_components=${e} is more than the ${t.N}\
 samples: use at most ${t.N} components or more data.`);return o&&s==="identity"&&n===0&&tt(o.length,t.D)===e?
o.slice():fo[s](t,e,ka(n))}function Ea(s,t,e){if(!(Number.isSafeInteger(s)&&s>=e))throw new RangeError(`${t} i\
s ${s}, expected an int of at least ${e}.`)}function mu(s,t,e){return po(s,uo(s,e.permutation(s.N).subarray(0,
t)))}function du(s,t,e){let{X:n,N:o,D:i}=s,r=Ws(s).map(Math.sqrt),a=n.map((f,u)=>f/r[u%i]),l=[e.integers(o)],h=new Float64Array(
o).fill(1/0),c=new Float64Array(i);for(;l.length<t;){let f=l[l.length-1]*i;for(let p=0;p<o;p++){for(let m=0;m<
i;m++)c[m]=(a[p*i+m]-a[f+m])**2;h[p]=Math.min(h[p],Xt(c))}let u=Xt(h);if(u>0){let p=h.map(m=>m/u);l.push(e.choice(
o,p))}else{let p=Array.from({length:o},(m,d)=>d).filter(m=>!l.includes(m));l.push(p[e.integers(p.length)])}}return po(
s,uo(s,l))}function gu(s,t,e){let n=Pt(s,e.dirichletOfOnes(t,s.N),t,0),o=Ws(s);return Ia(n,t,s.D,i=>.001*o[i]),
n}function wu({D:s},t,e){return Pa(e.standardNormal(t*s),new Float64Array(s).fill(1))}function yu(s,t,e){let n=e.
integers(s.N);return po(s,uo(s,Array(t).fill(n)))}function uo({X:s,D:t},e){return Float64Array.from({length:e.
length*t},(n,o)=>s[e[Math.floor(o/t)]*t+o%t])}function po(s,t){return Pa(t,Ws(s))}function Pa(s,t){let e=t.length,
n=s.length/e,o=new Float64Array(N(n,e)).fill(1/n,0,n);return o.set(s,n),Ia(o,n,e,i=>t[i]),o}function Ia(s,t,e,n){
let o=t+t*e;for(let i=0;i<t;i++)for(let r=0;r<e;r++)s[o+r]+=n(r),o+=r+1}function Vt(s,t){let e=s.n_components;if(s.start===S){if(s.own_start.length===N(e,t.D))return Float64Array.from(
s.own_start);throw new Error(`your own start does not have ${e} components of ${t.D} features: drag a mean to \
make a new one, or choose another start.`)}return La(s.start,t,e,s.seed,t.start)}var bu=100,qs=class{constructor(t,e){this.order=t,this.data=e;let n=t.choice.n_components,o=t.counts.filter(i=>i<=
e.N).sort((i,r)=>+(r===n)-+(i===n));this.open=o.flatMap(i=>t.seeds.map(r=>({K:i,seed:r}))),this.halves=[0,1].map(
i=>Mu(e,i)),this.ended=new Map,this.run=null,this.toldAt=-1/0}work(t){let e=this.open[0];this.run??(this.run=this.
_begin(e));let n=C(this.run,t);return n.ended==="running"?null:(this.run=null,this.open.shift(),e.seed===void 0?
this._select(e,n):this._judge(e.K,e.seed,n))}_begin({K:t,seed:e,row:n}){let{order:o,data:i,halves:r}=this,a={regCovar:o.
choice.reg_covar,maxIter:o.maxIter};return n?W(r[0],n,t,a):W(i,Vt({...o.choice,n_components:t,seed:e??0},i),t,
a)}_judge(t,e,n){let{order:o,data:i,ended:r}=this;r.set(e,n);let a=r.size===o.seeds.length;if(!a&&performance.
now()-this.toldAt<bu)return null;this.toldAt=performance.now();let l=di(r,i,o.choice.reg_covar),h=new Map([...r].
map(([c,f])=>[c,mo(f)]));if(a){let c=xu(l,r);c&&this.open.unshift({K:t,row:mo(c),bic:da(c,i)}),this.ended=new Map,
this.toldAt=-1/0}return{kind:"row",key:o.key,n_components:t,row:l,ends:h}}_select({K:t,bic:e=NaN},n){let[o,i]=this.
halves,a=n.ended!=="failed"&&t<=o.N&&i.N>0?ga(mo(n),t,i):NaN;return{kind:"selection",key:this.order.key,n_components:t,
bic:e,heldOut:a}}};function mo({K:s,D:t,params:e}){return e.slice(e.length-N(s,t))}function xu(s,t){for(let e of[
"good","unfinished"]){let n=[...s].filter(([,{status:o}])=>o===e);if(n.sort(([,o],[,i])=>o.nll-i.nll),n.length)
return t.get(n[0][0])??null}return null}function Mu({X:s,N:t,D:e},n){let o=Math.floor((t+1-n)/2),i=new Float64Array(
o*e);for(let r=0;r<o;r++)i.set(s.subarray((2*r+n)*e,(2*r+n+1)*e),r*e);return{X:i,N:o,D:e}}function Ks(s,t,e){return s.slice(t,t+t*e)}function dt({X:s,N:t,D:e},n,o,i){let r=0;for(let a=0;a<t;a++){let l=1/0;
for(let h=0;h<o;h++){let c=0;for(let f=0;f<e;f++){let u=s[a*e+f]-n[h*e+f];c+=u*u}c<l&&(l=c,i[a]=h)}r+=l}return r}
function go({X:s,N:t,D:e},n,o,i){let r=new Float64Array(i),a=new Float64Array(i*e);for(let l=0;l<t;l++){let h=n[l]*
e;r[n[l]]+=1;for(let c=0;c<e;c++)a[h+c]+=s[l*e+c]-o[h+c]}return o.map((l,h)=>{let c=r[Math.floor(h/e)];return c>
0?l+a[h]/c:l})}function $a(s,t,e,n=300){let{N:o,D:i}=s,r=Float64Array.from(t),a=new Int32Array(o).fill(-1),l=[
r],h=[dt(s,r,e,a)],c=!1;for(;!c&&l.length<=n;){let p=a;r=go(s,a,r,e),a=new Int32Array(o),l.push(r),h.push(dt(s,
r,e,a)),c=a.every((m,d)=>m===p[d])}let f=new Float64Array(l.length*e*i);l.forEach((p,m)=>f.set(p,m*e*i));let u=Math.
max(2*l.length-2,1);return{K:e,D:i,means:f,inertia:Float64Array.from(h),last:u,converged:c}}function Fa(s){let t=e=>e.
inertia[e.inertia.length-1];return s.reduce((e,n)=>t(n)<t(e)?n:e)}function be(s,t,e){let n=Array.from({length:e},
()=>new Array(e).fill(0));for(let i=0;i<s.length;i++)n[s[i]][t[i]]+=1;let o=new Map([[0,0]]);for(let i of n){let r=new Map;
for(let[a,l]of o)for(let h=0;h<e;h++){let c=a|1<<h;c!==a&&r.set(c,Math.max(r.get(c)??0,l+i[h]))}o=r}return Math.
max(...o.values())/s.length}var _u=10,Gs=class{constructor(t,e){this.order=t,this.data=e,this.runs=[],this.run=null}work(t){let{choice:e,maxIter:n}=this.
order,{n_components:o,reg_covar:i}=e;for(;this.runs.length<_u;){let r=()=>Vt({...e,seed:this.runs.length},this.
data);if(this.run??(this.run=W(this.data,r(),o,{regCovar:i,maxIter:n})),C(this.run,t).ended==="running")return null;
this.runs.push(this.run),this.run=null}return this._judged()}_judged(){let{data:t,order:e,runs:n}=this,{n_components:o,
start:i}=e.choice,r=n[0].params.length/n[0].nll.length,a=m=>m.ended==="failed"?1/0:m.nll[m.nll.length-1],l=n.reduce(
(m,d)=>a(d)<a(m)?d:m),h=xt(t,l.params.slice(-r),o,new Float64Array(t.N*o)),c=new Int32Array(t.N);for(let m=0;m<
t.N;m++){let d=h.subarray(m*o,(m+1)*o);c[m]=d.indexOf(Math.max(...d))}let f=be(c,e.components,o),u=n.map(m=>Ks(
m.params.subarray(0,r),o,t.D)),{means:p}=Fa(u.map(m=>$a(t,m,o)));return dt(t,p.slice(-o*t.D),o,c),{start:i,em:f,
kmeans:be(c,e.components,o)}}};var Au={run:"running",ends:"mapping",ten:"ten",table:"table"},Zt=class{constructor(t){this.tell=t,this.data=null,
this.running=null,this.mapping=null,this.table=null,this.ten=null,this.turn=0}take(t){if(t.kind==="data")this.
data=t.data,this.running=this.mapping=this.ten=this.table=null;else if(t.kind==="stop")this[Au[t.what]]=null;else if(this.
data&&t.kind==="ten")this.ten=new Gs(t,this.data);else if(this.data&&t.kind==="run"){let{key:e,K:n,row:o,regCovar:i,
maxIter:r}=t;this.running={key:e,run:W(this.data,o,n,{regCovar:i,maxIter:r})}}else if(this.data&&t.kind==="end\
s"){let{key:e,K:n,rows:o,numbers:i,regCovar:r,maxIter:a}=t;this.mapping={key:e,numbers:i,ends:new Be(this.data,
o,n,{regCovar:r,maxIter:a})}}else this.data&&t.kind==="table"&&(this.table=new qs(t,this.data))}get isIdle(){return!this.
running&&!this.mapping&&!this.ten&&!this.table}work(t){let e=performance.now()+t;this.running&&this._workOnRun(
e);do{let{running:n,mapping:o,ten:i,table:r}=this;if(n)return;let a=[];o&&a.push(this._workOnEnds),i&&a.push(this.
_workOnTen),r&&a.push(this._workOnTable),a[this.turn++%a.length]?.call(this,e)}while(!this.isIdle&&performance.
now()<e)}_workOnRun(t){if(!this.running)return;let{key:e,run:n}=this.running;C(n,t),n.ended!=="running"&&(this.
running=null),this.tell({kind:"run",key:e,run:vu(n)})}_workOnEnds(t){if(!this.mapping)return;let{key:e,numbers:n,
ends:o}=this.mapping,i=o.next,r=o.work(t);o.isDone&&(this.mapping=null),r.length&&this.tell({kind:"ends",key:e,
numbers:n.slice(i,o.next),ends:r})}_workOnTen(t){let e=this.ten?.work(t);if(!this.ten||!e)return;let{key:n}=this.
ten.order;this.ten=null,this.tell({kind:"ten",key:n,best:e})}_workOnTable(t){let{table:e}=this;if(!e)return;let{
key:n}=e.order;if(!e.open.length){this.table=null,this.tell({kind:"table",key:n});return}let o=e.work(t);o&&this.
tell(o)}};function vu(s){return{...s,params:s.params.slice(),nll:s.nll.slice(),rises:[...s.rises]}}var Ou=5,Su=12,Nu=2,wo="";function Tu(){let s=()=>new Blob([`(${theBundle})({exports:{}}).serve()`],{type:"tex\
t/javascript"});return wo||(wo=URL.createObjectURL(s())),wo}var Us=class{constructor(t){this.hear=t,this.orders=
new Map,this.bench=new Zt(t),this.timer=0,this.workers=[],this.canHire=!0,this._hire()}_hire(){if(this.canHire)
try{let t=new Worker(Tu());t.onmessage=({data:n})=>this.hear(n),t.onerror=()=>this._workHere();let e=this.orders.
get("data");e&&t.postMessage(e),this.workers.push(t)}catch{this.canHire=!1}}_workHere(){this.canHire=!1;for(let t of this.
workers)t.terminate();this.workers=[];for(let t of this.orders.values())this._take(t)}give(t){t.kind==="data"&&
this.orders.clear();let e=t.kind==="stop"?t.what:t.kind;if(this.orders.delete(e),this.orders.set(e,t),t.kind===
"table"||t.kind==="ends"){let n=Math.min(navigator.hardwareConcurrency||1,Nu);for(;this.canHire&&this.workers.
length&&this.workers.length<n;)this._hire()}if(!this.workers.length)this._take(t);else if(t.kind==="run")this.
workers[0].postMessage(t);else if(t.kind==="table"||t.kind==="ends")this._share(t);else if(t.kind==="ten")this.
workers[this.workers.length-1].postMessage(t);else for(let n of this.workers)n.postMessage(t)}_share(t){let e=this.
workers.length,n=t.kind==="ends"?ma(t,e):pa(t.counts,e).map(o=>({...t,counts:o}));this.workers.forEach((o,i)=>o.
postMessage(n[i]))}_take(t){this.bench.take(t),!this.timer&&!this.bench.isIdle&&this._later()}_later(){this.timer=
window.setTimeout(()=>{this.bench.work(Ou),this.timer=0,this.bench.isIdle||this._later()},Su)}close(){this.canHire=
!1;for(let t of this.workers)t.terminate();this.bench.take({kind:"stop",what:"run"}),this.bench.take({kind:"st\
op",what:"ends"}),this.bench.take({kind:"stop",what:"table"})}};var ku=1,Eu=40,Hs=class{constructor(t,e,n){this.datasets=t,this.maxIter=e,this.hear=n,this.traces=new Map,this.
behind=new Us(o=>this._heard(o)),this.told=null,this.followed="",this.aside=null,this.asides=0}of(t){let e=I(t),
n=this.traces.get(e);if(!n){let o=this.datasets.of(t);n=this.from(Vt(t,o),o,t,ku)}return this.traces.delete(e),
this.traces.set(e,n),this.traces.size>Eu&&this.traces.delete(this.traces.keys().next().value),n}from(t,e,n,o){
let i=performance.now()+o,r={regCovar:n.reg_covar,maxIter:this.maxIter},a=C(W(e,t,n.n_components,r),i);return new It(
a,e,n.reg_covar)}follow(t){let e=this.of(t),n=e.isRunning?I(t):"";if(n!==this.followed){if(this.followed=n,this.
aside=null,!e.isRunning){this.behind.give({kind:"stop",what:"run"});return}this._finish(e,n)}}followAside(t){this.
aside={key:`aside ${this.asides++}`,trace:t},this.followed=this.aside.key,this._finish(t,this.aside.key)}endAside(t){
this.aside&&this.traces.has(I(t))&&this.follow(t)}_finish(t,e){let{K:n,regCovar:o,data:i}=t;this._tellData(i),
this.behind.give({kind:"run",key:e,K:n,row:t.rowAt(0).slice(),regCovar:o,maxIter:this.maxIter})}findEnds({key:t,
data:e,K:n,rows:o,regCovar:i}){this._tellData(e);let r=Int32Array.from({length:o.length/N(n,e.D)},(a,l)=>l);this.
behind.give({kind:"ends",key:t,K:n,rows:o,numbers:r,regCovar:i,maxIter:this.maxIter})}stopFindingEnds(){this.behind.
give({kind:"stop",what:"ends"})}compare(t,e,n){this._tellData(this.datasets.of(t)),this.behind.give({kind:"tab\
le",key:Tt(t),choice:t,counts:e,seeds:n,maxIter:this.maxIter})}tenStarts(t,e,n){this._tellData(this.datasets.of(
e)),this.behind.give({kind:"ten",key:t,choice:e,components:n,maxIter:this.maxIter})}stopComparing(){this.behind.
give({kind:"stop",what:"table"})}_tellData(t){if(this.told===t)return;this.told=t;let{X:e,N:n,D:o,start:i}=t;this.
behind.give({kind:"data",data:{X:e,N:n,D:o,start:i}})}_heard(t){if(t.kind==="run"){let e=t.key===this.aside?.key?
this.aside.trace:this.traces.get(t.key);if(!e||t.run.nll.length<e.nll.length&&t.run.ended==="running")return;e.
run=t.run}this.hear(t)}forget(){this.traces.clear(),this.told=null,this.followed=""}close(){this.behind.close()}};var Lu=200,Pu=20,Ra="This is the run so far.",Iu="A start of your own fits one K only: there are no other runs\
 to compare it with.",Ds=class{constructor(t,e,{datasets:n,own:o}){this.app=t,this.options=e,this.own=o,this.runs=
new Hs(n,e.max_iter,i=>this._heard(i)),this.waiting=new js(t.layout.element,t.layout.problem),this.remark="",this.
compared="",this.shown=null,this.wanted=t.scene.h,this.isAtEnd=!1,this.touched=this.asking=this.following=0,this.
isClosed=!1,this.answered=i=>this._answered(i),o?.listeners.add(this.answered)}close(){this.isClosed=!0,this.own?.
listeners.delete(this.answered),this.runs.close(),this.waiting.end(),clearTimeout(this.asking),clearTimeout(this.
following)}load(t=""){let{scene:e,layout:n,drag:o}=this.app;this.remark=t,this.touched=performance.now(),o.letGo(),
this.waiting.end(),n.problem.textContent="",clearTimeout(this.asking),e.isEmpty?this._showNothing():this._showChoice(),
n.showChoice(e.choice)}_showChoice(){let{scene:t}=this.app;try{this.own?this._loadOwn(this.own):(this._show(this.
runs.of(t.choice)),this._followSoon(t.choice)),this.compare()}catch(e){this._showProblem(e.message)}}_followSoon(t){
let{scene:e}=this.app;clearTimeout(this.following),this.following=window.setTimeout(()=>{e.dragged?this._followSoon(
t):e.choice===t&&this.runs.follow(t)},Pu)}has(t){return!this.own||this.app.scene.canRun||this.own.of(t)!==void 0}forget(){
this.runs.forget(),this.own?.answers.clear(),this.compared="",this.load()}_loadOwn(t){let{choice:e,canRun:n}=this.
app.scene,o=t.of(e);if(o&&"problem"in o){this._showProblem(o.problem);return}o&&this._show(o.trace),!(o&&!o.trace.
isRunning&&!o.trace.data.isPart)&&(n?(this.waiting.begin(o&&Ra),t.ask(e)):o||this._showProblem(Ct))}_answered(t){
let{choice:e}=this.app.scene;if(this.isClosed||I(t)!==I(e))return;this.waiting.end();let n=this.own?.of(e);if(!n)
return;if("problem"in n){this._showProblem(n.problem);return}if(this._show(n.trace),!n.trace.isRunning)return;
this.waiting.begin(Ra);let o=Math.max(this.touched+Lu-performance.now(),0);this.asking=window.setTimeout(()=>this.
own?.ask(this.app.scene.choice),o)}_heard(t){let{scene:e,layout:n,screen:o,comparison:i}=this.app;this.isClosed||
(t.kind==="ten"?i.heard(t):t.kind==="row"&&t.key===Tt(e.choice)?n.atlas.showRow(t.n_components,t.row,t.ends):t.
kind==="selection"&&t.key===Tt(e.choice)?n.atlas.selection.show(t.n_components,t):t.kind==="run"&&t.key===I(e.
choice)&&!this.own&&e.trace?this._show(e.trace,!1):t.kind==="ends"?this.app.basins.hear(t):t.kind==="run"&&o.redraw())}_show(t,e=!0){
let{scene:n,layout:o,screen:i,comparison:r}=this.app;n.h=this.isAtEnd?t.last:Math.min(this.wanted,t.last),t.isRunning||
(this.wanted=n.h),n.trace=t,n.data=t.data,this.shown=n.choice,r.load(t),i.redraw(e),o.layers.show(t.data),o.picture.
show(t.K,t.data.D),this.showNote()}_showProblem(t){let{scene:e,layout:n,screen:o,player:i}=this.app;i.pause(),
e.dragged=null;let r=e.trace?" Still showing the previous pictures.":"";n.problem.textContent=t[0].toUpperCase()+
t.slice(1)+r,o.redraw()}_showNothing(){let{scene:t,layout:e,screen:n,player:o}=this.app;o.pause(),t.trace=t.data=
t.dragged=null,t.h=this.wanted=0,e.note.textContent=mt,e.own.offer(),n.redraw(!0),this.compare()}showNote(){let{
scene:t,layout:e,limits:n}=this.app,o=[this.remark,t.data?.note,t.trace?.judged.ridge,n.reason];e.note.textContent=
o.filter(Boolean).join(" ")}compare(){let{scene:t,layout:e}=this.app,{atlas:n}=e,o=Tt(t.choice);if(!(n.element.
hidden||o===this.compared)){if(this.compared=o,t.isEmpty||t.choice.start===S){this.runs.stopComparing(),n.clear(
t.isEmpty?mt:Iu);return}n.clear(this.own?"These are the runs of the right E- and M-step.":""),this.runs.compare(
t.choice,this.options.counts,this.options.seeds)}}toggleAtlas(){let{atlas:t}=this.app.layout;return this.compared=
"",t.element.hidden?t.open(()=>this.compare()):(t.close(),this.runs.stopComparing()),!t.element.hidden}};var $u=500,Ca=["beforeprint","afterprint"],Js=class{constructor(t,e,n){this.layout=t,this.screen=e,this.say=n,
this.sizes=new ResizeObserver(()=>this.resize());for(let o of t.panels)this.sizes.observe(o);this.themes=new MutationObserver(
()=>this.restyle()),this.themes.observe(document.body,{attributes:!0}),this.scheme=matchMedia("(prefers-color-\
scheme: dark)"),this.changed=()=>this.restyle(),this.scheme.addEventListener("change",this.changed),this.printing=
({type:o})=>this._print(o==="beforeprint");for(let o of Ca)window.addEventListener(o,this.printing);this.pixels=
setInterval(()=>this.ratio!==window.devicePixelRatio&&this.resize(),$u),t.element.addEventListener("click",o=>this.
_refocus(o))}close(){this.sizes.disconnect(),this.themes.disconnect(),this.scheme.removeEventListener("change",
this.changed);for(let t of Ca)window.removeEventListener(t,this.printing);clearInterval(this.pixels)}resize(){
this.ratio=window.devicePixelRatio;let t=this.ratio||1,{left:e,right:n,panels:o}=this.layout;for(let[i,r]of[e,
n].entries()){let{clientWidth:a,clientHeight:l}=o[i],[h,c]=[Math.round(a*t),Math.round(l*t)];!h||!c||r.width===
h&&r.height===c||(r.width=h,r.height=c)}this.restyle(),this.screen.look&&this.screen.draw()}restyle(){let{element:t,
left:e,stage:n}=this.layout;if(!t.isConnected||!e.clientWidth)return;let o=qe(n,e.width/e.clientWidth);t.style.
setProperty("--emx-e",o.E),t.style.setProperty("--emx-m",o.M),t.style.setProperty("--emx-badge-ink",o.dark?"#0\
00":"#fff"),this.screen.look=t.classList.contains("emx-presenting")?ia(o):o,this.screen.redraw()}_print(t){this.
layout.element.classList.toggle("emx-on-paper",t),this.resize()}toggleLarge(){let t=this.layout.element.classList.
toggle("emx-large");return requestAnimationFrame(()=>this.restyle()),t}toggleFullScreen(){let t=()=>this.say("\
The browser does not allow full screen here.");document.fullscreenElement?document.exitFullscreen():this.layout.
element.requestFullscreen?.().catch(t)}_refocus(t){let n=t.target.closest?.("button, canvas, input[type=checkb\
ox], input[type=range]");t.detail>0&&n&&!n.closest(".emx-atlas, .emx-own")&&this.layout.stage.focus({preventScroll:!0})}};var yo={component:-1,part:null,at:null},Ys=class{constructor(t,e){this.canvas=t,this.app=e,this.grabbed=null,this.
hasGrabbed=!1,this.chosen=-1,t.addEventListener("pointerdown",i=>this._down(i)),t.addEventListener("pointermov\
e",i=>this._move(i));let n=i=>r=>r.pointerId===this.grabbed?.pointer&&this._drop(i);t.addEventListener("pointe\
rup",n(!0)),t.addEventListener("pointercancel",n(!1)),t.addEventListener("pointerleave",i=>{!this.grabbed&&i.pointerType!==
"touch"&&this._hold(this._rest())});let o=({touches:[i]})=>this.app.layout.own.isAdding||this._holdAt(it(t,i)).
part;t.addEventListener("touchstart",i=>o(i)&&i.preventDefault(),{passive:!1})}letGo(){return this.grabbed?(this.
grabbed=null,this.app.dragTo(null),!0):!1}choose(t){this.chosen=t,this.grabbed||this._hold(this._rest())}_rest(){
return{...yo,component:this._isAllowed()?this.chosen:-1}}_hold(t){let{scene:e,screen:n}=this.app,{component:o,
part:i}=e.held;o===t.component&&i===t.part||(e.held=t,n.redraw())}_isAllowed(){let{scene:t,options:e}=this.app,
{trace:n,layers:o,choice:i,canRun:r}=t;return r&&e.controls.includes("own")&&o.ellipses&&n?.K===i.n_components}_handles(t){
let{plane:e}=this.app.screen,{trace:n,data:o,h:i}=this.app.scene;if(!n||!o||t<0||t>=n.K)return null;let r=n.row(
i),{x:a,y:l}=e.placeOfMean(r,n.K,o,t);return Fs(e.framed,r,t,o,this._px(),[a,l])}_px(){return this.canvas.width/
this.canvas.clientWidth}_holdAt(t){let{trace:e,held:n}=this.app.scene;if(!this._isAllowed()||!e)return yo;let o=this.
_handles(n.component),{part:i,far:r}=o?so(o,t):{part:null,far:1},a=Array.from({length:e.K},(u,p)=>this._handles(
p)),l=a.map(({mean:[u,p]})=>Math.hypot(u-t[0],p-t[1])/(ge*this._px())),h=l.indexOf(Math.min(...l));if(o&&i&&r<=
l[h])return{component:o.k,part:i,at:null};if(l[h]<1)return{component:h,part:"mean",at:null};if(o&&la(o,t))return{
component:o.k,part:null,at:null};let c=a.map(u=>no(u,t)),f=c.indexOf(Math.min(...c));return c[f]<=1?{component:f,
part:null,at:null}:this._rest()}_down(t){if(t.button!==0||!t.isPrimary)return;let e=it(this.canvas,t),{layout:n,
screen:o,scene:i,player:r}=this.app;if(this.hasGrabbed=!1,n.own.isAdding){let{x:c,y:f,flat:u}=o.plane.framed;n.
own.addPoint([c.back(e[0]),u?0:f.back(e[1])]);return}let a=this._holdAt(e);this._hold(a);let l=this._handles(a.
component);if(!a.part||!l||!i.trace)return;let h=i.trace.row(i.h).slice();this.grabbed={pointer:t.pointerId,handles:l,
part:a.part,from:e,before:h,now:null},this.hasGrabbed=!0,this.canvas.setPointerCapture(t.pointerId),r.pause()}_move(t){
let e=it(this.canvas,t),{grabbed:n,canvas:o}=this,{scene:i,layout:r,screen:a}=this.app;if(n&&i.data){if(t.pointerId!==
n.pointer)return;let{handles:h,part:c,from:f,before:u}=n;n.now=ha(h,c,f,e,u,i.data,a.plane.framed),i.held={component:h.
k,part:c,at:e},this.app.dragTo(n.now);return}if(t.pointerType==="touch")return;let l=r.own.isAdding?yo:this._holdAt(
e);this._hold(l),o.style.cursor=r.own.isAdding?"crosshair":l.part?"grab":""}_drop(t){let e=this.grabbed?.now;this.
letGo(),this.app.scene.held={...this.app.scene.held,at:null},t&&e&&this.app.startFrom(e)}};var Fu=300,Xs=class{constructor(t){let{data:e,K:n}=t;this.trace=t,this.history=[Ks(t.rowAt(0),n,e.D)],this.assigned=
new Int32Array(e.N),dt(e,this.history[0],n,this.assigned),this.isDone=!1,this.labels=new Int32Array(e.N),this.
shares=new Map}work(t){let e=performance.now()+t;for(;!this.isDone&&(this._iterate(),!(performance.now()>e));)
;return this.isDone}_iterate(){let{history:t,assigned:e,trace:n}=this,o=go(n.data,e,t[this.iterations],n.K);this.
assigned=new Int32Array(e.length),dt(n.data,o,n.K,this.assigned),t.push(o),this.isDone=this.iterations>=Fu||this.
assigned.every((i,r)=>i===e[r])}get iterations(){return this.history.length-1}iterationAt(t){return Math.min(t>>
1,this.iterations)}meansAt(t){return this.history[this.iterationAt(t)]}get isKnown(){let{data:t,K:e}=this.trace;
return t.components!==null&&t.truth?.K===e}shareAt(t){return this._share(-1-this.iterationAt(t),()=>{dt(this.trace.
data,this.meansAt(t),this.trace.K,this.labels)})}shareOfEM(t){return this._share(Math.max(t,1),()=>{let{trace:e}=this;
Ru(e.responsibilities(Math.max(t,1)),e.K,this.labels)})}_share(t,e){let n=this.shares.get(t);if(n===void 0){e();
let{data:o,K:i}=this.trace;n=be(this.labels,o.components,i),this.shares.set(t,n)}return n}inWords(t,e){let{iterations:n}=this,
o=this.iterationAt(t),i=this.isDone?` of ${n}`:"",a=`K-means from the same means, dashed: ${this.isDone&&o===n?
`done after ${Cu(n)}`:`iteration ${o}${i}`}.`;if(!this.isKnown)return a;let l=`Labels right: k-means ${Qs(this.
shareAt(t))}, EM ${Qs(this.shareOfEM(t))}.`,h=e?` Best of ten ${e.start} starts: k-means ${Qs(e.kmeans)}, EM ${Qs(
e.em)}.`:"";return`${a} ${l}${h}`}};function Ru(s,t,e){for(let n=0;n<e.length;n++){let o=0;for(let i=1;i<t;i++)
s[n*t+i]>s[n*t+o]&&(o=i);e[n]=o}}function Qs(s){return`${Math.round(100*s)} %`}function Cu(s){return`${s} iter\
ation${s===1?"":"s"}`}var ju=1e-6,zu={responsibilities:"responsibility",weights:"weight",means:"mean",covariances:"covariance"},Vs=class{constructor(t){
this.trace=t,this.next=1,this.found=null,this.isStuck=!1}get agreed(){return this.next-1}get isDone(){let{trace:t}=this;
return!!this.found||this.isStuck||this.next>t.effective(t.last)}work(t){let e=performance.now()+t;do{if(this.isDone)
return!0;this._compare(this.next),!this.found&&!this.isStuck&&(this.next+=1)}while(performance.now()<e);return this.
isDone}_compare(t){let{data:e,K:n,regCovar:o}=this.trace,i=t-1>>1,r={iteration:i+1,step:t%2?"E-step":"M-step"},
a=this.trace.responsibilities(2*i+1);if(t%2){if(!this.trace.isOwn(t))return;let h=xt(e,this.trace.rowAt(i),n,new Float64Array(
e.N*n)),c=ja(a,h);if(c>=0){let f=[Math.floor(c/n)];this._say(r,"responsibilities",c%n,f,a[c],h[c])}return}let l=this.
trace.rowAt(i+1);try{this._compareRows(r,l,Pt(e,a,n,o))}catch{this.isStuck=!0}}_compareRows(t,e,n){let{K:o,data:i}=this.
trace,{D:r}=i,a=[["weights",0,1],["means",o,r],["covariances",o+o*r,r*(r+1)/2]];for(let[l,h,c]of a){let f=h+o*
c,u=ja(e.subarray(h,f),n.subarray(h,f));if(u<0)continue;let p={weights:[],means:[u%c],covariances:Bu(u%c)}[l];
this._say(t,l,Math.floor(u/c),p,e[h+u],n[h+u]);return}}_say(t,e,n,o,i,r){let a=this.trace.data.D;this.found={...t,
quantity:e,component:n,entry:o,nFeatures:a,yours:i,ours:r}}};function ja(s,t){let[e,n,o]=[0,-1,0];for(let i=0;i<
t.length;i++){let r=Math.abs(s[i]-t[i]);r>n&&([e,n]=[i,r]),o=Math.max(o,Math.abs(t[i]))}return n<=ju*o?-1:e}function Bu(s){
let t=0;for(;s>t;)s-=++t;return[s,t]}function za({iteration:s,step:t,quantity:e,component:n,entry:o,nFeatures:i,
yours:r,ours:a}){let l=`${zu[e]} of component ${n}`;if(e==="responsibilities")l+=` for sample ${o[0]}`;else if(o.
length&&i>1){let f=o.map(u=>u+1).join(", ");l=`entry ${o.length>1?`(${f})`:f} of the ${l}`}let[h,c]=[r,a].map(
f=>G(f,4).replaceAll("-","−"));return`iteration ${s}, ${t}: ${l}, yours ${h}, ours ${c}`}var Wu=.01;function qu(s,t){let{data:e,n_components:n,start:o,seed:i,reg_covar:r}=s;return[e!==t.data&&e,n!==t.
n_components&&`K = ${n}`,o!==t.start&&o,o===t.start&&String(s.own_start)!==String(t.own_start)&&"another own s\
tart",i!==t.seed&&`seed ${i}`,r!==t.reg_covar&&`reg_covar = ${r>0&&r<.001?r.toExponential():r}`].filter(Boolean).
join(", ")||"this run"}function Zs(s){let{nll:t}=s;for(let e=t.length-1;e>=0;e--)if(Number.isFinite(t[e]))return t[e];
return NaN}function Ba(s){return Math.abs(s)<Wu?"the same":`${O(Math.abs(s))} nats ${s>0?"higher (worse)":"low\
er (better)"}`}function Wa({trace:s,choice:t},e,n,o){let i=`Pinned, in grey: ${qu(t,e)}.`;if(s===n)return i;if(s.
data!==n.data)return`${i} It is of other data: its NLL cannot be compared with this one.`;let[r,a]=[n.nllAt(o),
s.nllAt(Math.min(o,s.last))],l=[i];o>0&&o<n.last&&Number.isFinite(r-a)&&l.push(`At this half-step the NLL is ${Ba(
r-a)}.`);let h=[Zs(n),Zs(s)],c=n.isRunning||s.isRunning?", so far":"";return l.push(`Ends: ${O(h[0])} here, ${O(
h[1])} pinned${c}: this run's is ${Ba(h[0]-h[1])}.`),s.K!==n.K&&l.push("More components nearly always reach a \
lower NLL."),l.join(" ")}var bo=5,Ku=20,Gu={ghost:null,means:null},tn=class{constructor(t){this.app=t,this.pinned=null,this.right=null,
this.kmeans=null,this.hasKmeans=!1,this.best=new Map,this.asked="",this.pinButton=g("button",{type:"button",onclick:()=>this.
togglePin()},"Pin this run"),this.pinButton.title="keep its ellipses and its curve in grey, while another run \
is shown",this.kmeansButton=g("button",{type:"button","aria-pressed":"false"},"k-means"),this.kmeansButton.title=
"k-means from the same means, in step with EM",this.kmeansButton.onclick=()=>this.showKmeans(!this.hasKmeans),
this.line=g("p",{class:"emx-compared"})}togglePin(){let{trace:t,choice:e}=this.app.scene;this.pinned?this.pin(
null):t&&this.pin({trace:t,choice:e})}pin(t){this.pinned=t,this.pinButton.textContent=t?"Unpin":"Pin this run",
this._finish(t),this.app.redraw()}_finish(t){if(!t?.trace.isRunning||t!==this.pinned)return;let{run:e}=t.trace,
n=e.nll.length;C(e,performance.now()+bo),e.nll.length!==n&&(this.app.redraw(),setTimeout(()=>this._finish(t),Ku))}showKmeans(t){
this.hasKmeans=t,this.asked="",this.kmeansButton.setAttribute("aria-pressed",String(t)),t||(this.kmeans=null),
this.app.redraw()}load(t){let{showing:e,scene:n}=this.app;if(!e.own||t.data.isPart){this.right=null;return}let o=I(
n.choice);if(this.right?.key===o&&this.right.trace.data===t.data){this.right.search.trace=t;return}this.right=
{key:o,trace:e.runs.of(n.choice),search:new Vs(t)},e.runs.follow(n.choice)}at(t,e){if(t!==this.app.scene.trace)
return Gu;let n=this.pinned?.trace??this.right?.trace??null;return this.hasKmeans&&this.kmeans?.trace!==t&&(this.
kmeans=new Xs(t)),this.kmeans?.work(bo),{ghost:n?.data===t.data?n:null,means:this.kmeans?.meansAt(e)??null}}tell(t,e){
let n=t===this.app.scene.trace,i=(!n||!this.right||this.right.search.work(bo))&&(this.kmeans?.isDone??!0),a=[n&&
this.pinned&&Wa(this.pinned,this.app.scene.choice,t,e),n&&this.right&&this._ofOwnSteps(t),n&&this.kmeans?.inWords(
e,this._bestOfTen())].filter(Boolean).join(" ");return this.line.textContent!==a&&(this.line.textContent=a),i}_ofOwnSteps(t){
let{search:e,trace:n}=this.right;if(!e.found){let{agreed:r,isDone:a}=e,l=a&&!t.isRunning&&t.failed<0?"All":"Th\
e first";return r===1?"The first half-step agrees with ours.":r>0?`${l} ${r} half-steps agree with ours.`:""}let o=this.
pinned?"":" In grey: the right run",i=o&&!n.isRunning?`${o}, which ${n.failed<0?"ends":"fails"} at NLL ${O(Zs(
n))}.`:"";return`Your steps first differ from ours in ${za(e.found)}.${i}`}_bestOfTen(){let{choice:t,trace:e}=this.
app.scene,n=I({...t,seed:-1}),o=e?.data.components;return this.asked!==n&&(this.asked=""),this.asked!==n&&!this.
best.has(n)&&o&&t.start!==S&&(this.asked=n,this.kmeans?.isKnown&&this.app.showing.runs.tenStarts(n,t,o)),this.
best.get(n)??null}heard({key:t,best:e}){this.best.set(t,e),this.app.redraw()}};var Uu=[["E","E-step: each sample is shared",[{formula:"p_nk = π_k N(x_n | μ_k, Σ_k)",words:"weight times d\
ensity"},{formula:"r_nk = p_nk / ∑_j p_nj",words:"responsibilities: shares that sum to 1"},{formula:"NLL = −\
∑_n log ∑_k p_nk",words:"negative log-likelihood"}]],["M","M-step: fitted to the shares",[{formula:"N_k = \
∑_n r_nk, π_k = N_k / N",words:"effective counts and weights"},{formula:"μ_k = ∑_n r_nk x_n / N_k",words:"\
means"},{formula:"Σ_k = ∑_n r_nk (x_n−μ_k)(x_n−μ_k)ᵀ / N_k",words:"covariances, plus reg_covar"}]]];
function Hu(s){return s.split(/_(\w+)/).map((t,e)=>e%2?g("sub",{},t):t)}var en=class{constructor(){this.items=
{},this.element=g("div",{class:"emx-lines"},...Uu.map(([t,e,n])=>(this.items[t]=n.map(({formula:o,words:i})=>g(
"li",{title:i},...Hu(o))),g("div",{"data-name":t},g("strong",{},e),g("ol",{},...this.items[t]))))),this.shown=
""}light(t,e){let n=`${_(t)} ${e}`;if(n!==this.shown){this.shown=n;for(let[o,i]of Object.entries(this.items))i.
forEach((r,a)=>{o===_(t)&&(e<0||e===a)?r.setAttribute("aria-current","step"):r.removeAttribute("aria-current")})}}};var qa={E:1300,M:2e3},Du={E:[0,.25,.9],M:[0,.35,.7]};function xo(s,t){let e=Du[s],n=e.map((o,i)=>Ju((t-o)/((e[i+
1]??1)-o)));return{line:t<1?e.filter(o=>o<=t).length-1:-1,done:n}}function Ju(s){let t=Math.min(Math.max(s,0),
1);return t*t*(3-2*t)}function St(s,t,e,n,o=0,i=t.length){for(let r=o;r<i;r++)n[r]=(1-e)*s[r]+e*t[r];return n}
function Ka(s,t,e,n,[o,i,r]){let a=new Float64Array(t.length);return St(s,t,o,a,0,e),St(s,t,i,a,e,e+e*n),St(s,
t,r,a,e+e*n)}var Yu="⁰¹²³⁴⁵⁶⁷⁸⁹";function Mo({X:s,D:t},e,n,o){return z(s.subarray(o*t,(o+1)*t),1,t,e,n,new Float64Array(
n))}function _o(s){let t=Math.max(...s);return s.map(e=>e===t?1:Math.exp(e-t))}function xe(s,t){let e=10**-t,n=Array.
from(s,l=>l/e),o=n.map(l=>Math.floor(l+1e-9)),r=Math.round(n.reduce((l,h)=>l+h,0))-o.reduce((l,h)=>l+h,0),a=n.
map((l,h)=>h).sort((l,h)=>n[h]-o[h]-(n[l]-o[l]));for(let l of a.slice(0,Math.max(r,0)))o[l]+=1;return o.map(l=>(l*
e).toFixed(t))}function Me(s){if(!Number.isFinite(s))return"0";if(s>Math.log(.001)&&s<Math.log(1e4))return String(
Number(Math.exp(s).toPrecision(3)));let t=Math.floor(s/Math.LN10),e=Math.exp(s-t*Math.LN10).toFixed(1);e==="10\
.0"&&([e,t]=["1.0",t+1]);let n=Array.from(String(Math.abs(t)),o=>Yu[Number(o)]).join("");return`${e}·10${t<0?
"⁻":""}${n}`}function sn(s){let t=Math.max(...s);return Number.isFinite(t)?t+Math.log(s.reduce((e,n)=>e+Math.
exp(n-t),0)):t}function Ga(s,t){let e=new Float64Array(t);for(let n=0;n<s.length;)for(let o=0;o<t;o++)e[o]+=s[n++];
return e}var Qu="Point at a sample, or press . and ,";function Ua(s,t){return s.rowAt(Math.max(s.responsibilitiesIndex(
t),0))}function Xu(s){let t=sn(s);return s.map(e=>Math.exp(e-t))}function Vu(s,t,e){return e<0?Qu:t===0?`Sampl\
e ${e}, in the E-step to come`:s.isOwn(t)?`Sample ${e}, by your e_step`:`Sample ${e}, in ${_(t)==="E"&&t!==s.failed?
"this":"the last"} E-step`}function Ao(s,t,e,n,o,{line:i,done:r}){let{K:a,data:l}=s,h={K:a,title:Vu(s,e,n),N:l.
N,logs:null,densities:null,shares:null},c=o&&(i<0?o:o.map(y=>y*r[0]));if(n<0)return{...h,counts:c};let f=Ua(s,
e),u=Mo(l,f,a,n),p=t.responsibilities(e),m=_o(u);if(i>=0&&_(e)==="E"){let y=e>1?_o(Mo(l,Ua(s,e-1),a,n)):new Float64Array(
a);m=St(y,m,r[0],m)}let d=p?p.subarray(n*a,(n+1)*a):Xu(u),w=i>=0&&e===1;return{...h,logs:u,densities:m,shares:w?
Float64Array.from(d,y=>y*r[1]):d,counts:c}}function Ha(s,t,e){let{data:n,K:o}=s,{logs:i,shares:r,title:a}=Ao(s,
s,t,e,null,{line:-1,done:[]});if(!i||!r)return"";let l=xe(r,3),h=[0,1].slice(0,n.plane.shown).map(f=>n.places[2*
e+f].toPrecision(3)),c=Array.from({length:o},(f,u)=>`component ${u}: weight times density ${Me(i[u])}, respons\
ibility ${l[u]}`);return`${a}, at ${h.join(", ")}. ${c.join("; ")}.`}var Zu=.4;function Da({context:s,framed:t,look:e},n){let o=8.5*e.scale*Math.sqrt(e.size/14);for(let[i,r]of[[e.
paper,5],[e.ink,2.4]])s.strokeStyle=i,s.lineWidth=r*e.scale,s.beginPath(),s.arc(t.at[2*n],t.at[2*n+1],o,0,2*Math.
PI),s.stroke()}function vo({context:s,framed:t,look:e},n,o,i,r){let a=e.scale*Math.sqrt(e.size/14)*(r?2.2:1);for(let{
n:l,k:h,strength:c}of n){let[f,u]=[t.at[2*l],t.at[2*l+1]];s.strokeStyle=e.colors[h%e.colors.length],s.globalAlpha=
(r?1:.75)*Math.max(c,.08),s.lineWidth=(.6+c)*a,k(s,f,u,(o[h][0]-f)*i,(o[h][1]-u)*i)}s.globalAlpha=1}function Ja({
context:s,look:t},e,n,o){let i=7.5*t.scale*Math.sqrt(t.size/14);s.strokeStyle=s.fillStyle=t.ink,e.forEach(([r,
a],l)=>{s.globalAlpha=1-(1-Zu)*o,s.lineWidth=1.6*t.scale,s.beginPath(),U[l%U.length](s,r,a,i),s.stroke(),s.globalAlpha=
o,s.lineWidth=2*t.scale,k(s,r,a,(n[l][0]-r)*o,(n[l][1]-a)*o)}),s.globalAlpha=1}function Ya(s,t,e,n){return Array.
from({length:e},(o,i)=>H(s,F(t,e,n,i).place))}var nn=class{constructor(){this.isOn=!1,this.calm=matchMedia("(prefers-reduced-motion: reduce)"),this.moving=null}get isMoving(){
return this.moving!==null}begin(t,e){if(this.moving=null,!this.isOn||this.calm.matches||e===t.failed)return;let n=t.
responsibilities(e-1)?.slice()??null,o=t.responsibilities(e)?.slice();if(!o)return;let i=t.row(e-1).slice(),r=new Float64Array(
o.length);this.moving={trace:t,h:e,begun:performance.now(),row:i,old:n,fresh:o,mixed:r}}finish(){this.moving=null}phase(t,e){
let n=_(e),{moving:o}=this;if(o&&n!=="start"){let i=(performance.now()-o.begun)/qa[n];if(o.trace===t&&o.h===e&&
i<1)return xo(n,i)}return this.moving=null,n==="start"?{line:-1,done:[]}:xo(n,1)}seen(t,e,{done:n}){let{moving:o}=this;
if(!o)return{trace:t,look:e};let{h:i,row:r,old:a,fresh:l,mixed:h}=o,c=Object.create(t);if(_(i)==="M"){let m=Ka(
r,t.row(i),t.K,t.data.D,n);return c.row=()=>m,c.responsibilities=()=>l,c.paramsIndex=()=>t.paramsIndex(i-1),{trace:c,
look:e}}let f=n[1],u=a?St(a,l,f,h):l;if(c.responsibilities=()=>u,a)return{trace:c,look:e};let p=e.colorBytes.map(
m=>m.map((d,w)=>d*f+e.greyBytes[w]*(1-f)));return{trace:c,look:{...e,colorBytes:p}}}};var tp=["k","π_k N(x_n |…)","r_nk","N_k"],on={shares:3,counts:1};function ep(s){return s.split(/_(\w+)/).map(
(t,e)=>e%2?g("sub",{},t):t)}var rn=class{constructor(){this.caption=g("caption",{}),this.body=g("tbody",{}),this.
sums=g("tr",{}),this.table=g("table",{},this.caption,g("thead",{},g("tr",{},...tp.map(t=>g("th",{scope:"col"},
...ep(t))))),this.body,g("tfoot",{},this.sums)),this.element=g("div",{class:"emx-bars"},this.table),this.cells=
[],this.colors=""}_build(t){if(this.colors===t.join())return;this.colors=t.join(),this.cells=t.map(()=>[0,1,2].
map(()=>({number:g("span",{}),bar:g("i",{"aria-hidden":"true"})})));let e=o=>this.cells[o].map(({number:i,bar:r})=>(r.
style.background=t[o],g("td",{},i,r))),n=t.map((o,i)=>g("tr",{},g("th",{scope:"row"},String(i)),...e(i)));this.
body.replaceChildren(...n)}show({K:t,title:e,logs:n,densities:o,shares:i,counts:r,N:a},l){this._build(Array.from(
{length:t},(f,u)=>l[u%l.length])),this.caption.textContent!==e&&(this.caption.textContent=e);let h=[{texts:n&&
Array.from(n,Me),lengths:o},{texts:i&&xe(i,on.shares),lengths:i},{texts:r&&xe(r,on.counts),lengths:r&&Array.from(
r,f=>f/a)}];this.cells.forEach((f,u)=>f.forEach(({number:p,bar:m},d)=>{let{texts:w,lengths:y}=h[d];p.textContent=
w?w[u]:"",m.style.width=`${100*Math.min(y?y[u]:0,1)}%`}));let c=[n?Me(sn(n)):"",i?String(Number(Qa(i).toFixed(
on.shares))):"",r?String(Number(Qa(r).toFixed(on.counts))):""];this.sums.replaceChildren(g("th",{scope:"row"},
"∑"),...c.map(f=>g("td",{},f)))}normalise(){let t=this.cells.map(([,e])=>e.bar.style.width);this.still();for(let[
e,n]of this.cells)n.bar.style.width=e.bar.style.width;this.element.offsetWidth,this.element.classList.add("emx\
-normalising"),this.cells.forEach(([,e],n)=>e.bar.style.width=t[n])}still(){this.element.classList.remove("emx\
-normalising")}};function Qa(s){return Array.from(s).reduce((t,e)=>t+e,0)}function Xa(s,t,e){let n=[];for(let o=0;o<t;o++){let i=e[o]/Math.min(Math.floor(96/t),Math.max(Math.round(e[o]),
1)),r=0,a=i/2;for(let l=o,h=0;l<s.length;l+=t,h++)if(r+=s[l],!(r<a)){for(;a<=r;)a+=i;s[l]>=.02&&n.push({n:h,k:o,
strength:s[l]})}}return n}function Va(s,t,e){return Array.from({length:t},(n,o)=>({n:e,k:o,strength:s[e*t+o]})).
filter(({strength:n})=>n>=.02)}var Za={mouse:9,pen:14,touch:22},sp=6;function np(s,[t,e],n){let o=-1,i=n*n;for(let r=0;2*r<s.length;r++){let a=(s[2*
r]-t)**2+(s[2*r+1]-e)**2;a<i&&([o,i]=[r,a])}return o}function op(s,t,e){let n=Array.from({length:s.length/2},(o,i)=>i).
sort((o,i)=>s[2*o]-s[2*i]||o-i);return t<0?(e>0?n[0]:n[n.length-1])??-1:n[n.indexOf(t)+e]??-1}var an=class{constructor(t,e){
this.canvas=t,this.about=e,this.under=-1,this.kept=-1,this.data=null,this.pressed=null,t.addEventListener("poi\
ntermove",n=>this._hover(n)),t.addEventListener("pointerleave",()=>this._set({under:-1})),t.addEventListener("\
pointerdown",({clientX:n,clientY:o})=>{this.pressed=e.isTaken()?null:[n,o]}),t.addEventListener("click",n=>this.
_tap(n))}get sample(){return this.data!==this.about.framed().data&&(this.under=this.kept=-1),this.under>=0?this.
under:this.kept}_at(t){let e=t.pointerType,n=this.canvas.width/this.canvas.clientWidth;return np(this.about.framed().
at,it(this.canvas,t),(Za[e]??Za.mouse)*n)}_hover(t){t.pointerType!=="touch"&&this._set({under:t.buttons||this.
about.isTaken()?-1:this._at(t)})}_tap(t){let{pressed:e}=this;if(this.pressed=null,!e||Math.hypot(t.clientX-e[0],
t.clientY-e[1])>sp)return;let n=this._at(t);this._set({kept:n===this.kept?-1:n})}step(t){let{at:e,data:n}=this.
about.framed();n&&this._set({under:-1,kept:op(e,this.sample,t)})}letGo(){let t=this.sample>=0;return this._set(
{under:-1,kept:-1}),t}_set({under:t=this.under,kept:e=this.kept}){let n=this.sample;this.data=this.about.framed().
data,Object.assign(this,{under:t,kept:e}),this.sample!==n&&this.about.changed(this.sample>=0)}};var ip='[aria-keyshortcuts="ArrowRight"]',rp=300,ln=class{constructor(t){this.app=t;let{layout:e,drag:n,options:o}=t;
this.slow=new nn,this.touch=new an(e.left,{framed:()=>t.screen.plane.framed,isTaken:()=>e.own.isAdding||n.grabbed!==
null,changed:()=>this._touched()}),this.lines=new en,this.bars=new rn,this.live=g("p",{class:"emx-hidden",role:"\
status"}),this.card=g("div",{class:"emx-card",hidden:!0}),this.panel=g("div",{class:"emx-inside",hidden:!0},this.
lines.element),this.toggleButton=g("button",{type:"button","aria-pressed":"false",onclick:()=>this.open(!this.
isOpen)},"Lines of the algorithm"),this.tick=Et("slow motion",i=>this.setSlow(i),"what a half-step does, line \
by line"),this.isNew=!1,this.timer=0,this.known={trace:null,h:-1,counts:new Float64Array(0),threads:[]},this.now=
null,e.panels[0].append(this.card),e.stage.append(this.panel),e.element.append(this.live),o.controls.includes(
"slow")&&(e.transport.element.append(this.tick.element),e.foot.prepend(this.toggleButton));for(let i of["keydo\
wn","click"])e.element.addEventListener(i,r=>this._skip(r),!0);this.open(!1)}close(){clearTimeout(this.timer)}get isOpen(){
return!this.panel.hidden}setSlow(t){this.slow.isOn=this.tick.input.checked=t,this.slow.finish(),t&&this.open(!0),
this.app.redraw()}open(t){this.panel.hidden=!t,this.toggleButton.setAttribute("aria-pressed",String(t)),this.app.
layout.element.classList.toggle("emx-beside",t),(t?this.panel:this.card).append(this.bars.element),this.app.redraw()}_skip(t){
if(!this.slow.isMoving)return;this.slow.finish(),this.app.redraw();let e=t.target,n="key"in t?t.key==="ArrowRi\
ght":!1;this.app.scene.isPlaying||!(n||e.closest(ip))||(t.preventDefault(),t.stopPropagation())}_touched(){this.
isNew=!0,clearTimeout(this.timer),this.timer=window.setTimeout(()=>this._readOut(),rp),this.app.redraw()}_readOut(){
let t=this.touch.sample;this.live.textContent=this.now&&t>=0?Ha(this.now.trace,this.now.h,t):""}see(t,e,n){let o=this.
slow.phase(t,e),i=this.slow.seen(t,n,o);return this.now={trace:t,seen:i.trace,h:e,look:n,phase:o},{...i,isMoving:this.
slow.isMoving}}clear(){this.now=null,this.card.hidden=!0}_fitted(t,e){if(this.known.trace!==t||this.known.h!==
e){let n=t.responsibilities(e)??[],o=Ga(n,t.K);this.known={trace:t,h:e,counts:o,threads:Xa(n,t.K,o)}}return this.
known}draw(t,e){if(!this.now)return;let{trace:n,seen:o,h:i,look:r,phase:a}=this.now,{K:l,data:h}=n,c={context:t,
framed:e,look:r},f=this.touch.sample;if(this.slow.isOn&&_(i)==="M"&&i!==n.failed){let[u,p]=[i-1,i].map(y=>Ya(e,
n.row(y),l,h.plane)),[m,d]=a.done;vo(c,this._fitted(n,i).threads,p,m,!1);let w=o.responsibilities(i);f>=0&&w&&
vo(c,Va(w,l,f),p,m,!0),Ja(c,u,p,d)}f>=0&&Da(c,f)}tell(){if(!this.now)return;let{trace:t,seen:e,h:n,look:o,phase:i}=this.
now,r=this.touch.sample,{isOpen:a}=this;if(this.card.hidden=a||r<0,this.card.hidden&&!a)return;this.lines.light(
n,i.line);let l=a&&_(n)==="M"&&n!==t.failed?this._fitted(t,n).counts:null;this.bars.show(Ao(t,e,n,r,l,i),o.colors),
this.slow.isMoving?this.bars.still():this.isNew&&r>=0&&this.bars.normalise(),this.isNew=!1,!a&&r>=0&&this._placeCard(
r)}_placeCard(t){let{framed:e}=this.app.screen.plane,{at:n,box:o}=e;this.card.dataset.x=n[2*t]<o.left+o.width/
2?"right":"left",this.card.dataset.y=n[2*t+1]<o.top+o.height/2?"bottom":"top"}};var ap="data-lm-suppress-shortcuts",lp=".jp-Cell";var Oo={ArrowRight:["move",1],ArrowLeft:["move",-1],ArrowUp:["move",2],ArrowDown:["move",-2],Home:["first"],End:[
"last"]," ":["play"],K:["change","n_components",1],k:["change","n_components",-1],S:["change","seed",1],s:["ch\
ange","seed",-1],"+":["faster",1],"-":["faster",-1],".":["sample",1],",":["sample",-1],f:["fullscreen"],p:["pr\
esent"],Escape:["leave"]},hp=[" ","ArrowRight","ArrowLeft"],cp=["ArrowRight","ArrowLeft","ArrowUp","ArrowDown",
"Home","End"];function tl({tag:s="",type:t=""}){return s==="INPUT"&&!["checkbox","radio","range"].includes(t)}
function fp({key:s,shiftKey:t,altKey:e,ctrlKey:n,metaKey:o}){return!!(n||o||s==="Enter"&&(t||e))}function up(s,t={},e=!1){
if(e||!Object.hasOwn(Oo,s))return null;if(s==="Escape")return Oo[s];let{tag:n="",type:o=""}=t;if(tl(t)||n==="S\
ELECT"||n==="TEXTAREA")return null;let i=["BUTTON","SUMMARY"].includes(n)||n==="INPUT"&&o!=="range";return s===
" "&&i||cp.includes(s)&&o==="range"?null:Oo[s]}function pp(s){let{top:t,bottom:e}=s.getBoundingClientRect();return t<
innerHeight&&e>0}var hn=class{constructor(t,e,n,o){this.element=t,this.stage=e,this.options=n,this.app=o,t.addEventListener(
"keydown",i=>this._pressed(i)),this.lend=i=>t.contains(i.target)&&this._lend(i),window.addEventListener("keydo\
wn",this.lend,!0)}close(){window.removeEventListener("keydown",this.lend,!0)}_lend(t){let{key:e,shiftKey:n,altKey:o,
ctrlKey:i,metaKey:r}=t,a=t.target,l=fp(t);if(a.toggleAttribute(ap,!l),!(l&&e==="Enter"&&tl({tag:a.tagName,type:a.
type})))return;t.preventDefault(),t.stopImmediatePropagation();let{stage:h}=this;h.focus();let c={key:e,code:"\
Enter",keyCode:13,shiftKey:n,altKey:o,ctrlKey:i,metaKey:r};h.dispatchEvent(new KeyboardEvent("keydown",{...c,bubbles:!0,
cancelable:!0}))}takeUp(t){!(document.activeElement===document.body&&!t.defaultPrevented)||t.shiftKey||!hp.includes(
t.key)||!pp(this.stage)||(this.stage.focus({preventScroll:!0}),this._pressed(t))}_leave(){let{inside:t,presenter:e,
drag:n,stories:o}=this.app;if(n.letGo()||t.touch.letGo()||o.close()||e.leave()||document.fullscreenElement)return;
let i=this.element.closest(lp);i instanceof HTMLElement?i.focus():document.activeElement?.blur()}_pressed(t){let{
tagName:e,type:n}=t.target,o=t.ctrlKey||t.metaKey||t.altKey,i=up(t.key,{tag:e,type:n},o);if(!i)return;t.preventDefault(),
t.stopPropagation();let[r,...a]=i;this._do(r,...a)}_change(t,e){let{options:n}=this;if(!n.controls.includes(t))
return;let o=t==="seed"?n.seeds:n.counts,i=this.app.scene.choice[t]+e;o.includes(i)&&this.app.choose({[t]:i})}_do(t,...e){
let{app:n}=this;({move:i=>n.move(i),first:()=>n.go(0),last:()=>n.go(1/0),play:()=>n.player.toggle(),change:(i,r)=>this.
_change(i,r),faster:i=>n.player.faster(i),sample:i=>n.inside.touch.step(i),fullscreen:()=>n.surroundings.toggleFullScreen(),
present:()=>n.presenter.toggle(),leave:()=>this._leave()})[t](...e)}};var mp=500,cn=class{constructor(t,e){this.app=t;let n=matchMedia("(prefers-reduced-motion: reduce)").matches;this.
speed=n?Math.min(e,1):e,this.stepped=0,this.isCalm=n,this.goal=null}get isPlaying(){return this.app.scene.isPlaying}toggle(){
this.isPlaying?this.pause():this.play()}play(){let{app:t}=this,{scene:e}=t;if(!e.trace){e.isEmpty&&t.say(mt);return}
this.goal=null,e.h===e.trace.last&&t.go(0),e.isPlaying=!0,this.stepped=performance.now(),t.redraw()}playTo(t,e,n){
let{app:o}=this;if(this.play(),this.isCalm||t<=o.scene.h){o.go(t),this.pause(),n();return}this.goal={h:t,speed:(t-
o.scene.h)/e,done:n}}_arrive(){let{goal:t}=this;this.goal=null,t?.done()}pause(){this.isPlaying&&(this.app.scene.
isPlaying=!1,this._arrive(),this.app.redraw())}faster(t){let e=re.findIndex(n=>n>=this.speed);this.app.setSpeed(
re[Math.min(Math.max(e+t,0),re.length-1)])}advance(t){if(!this.isPlaying)return;let{scene:e,inside:n}=this.app,
{isOn:o,isMoving:i}=n.slow;i&&(this.stepped=t);let{h:r,speed:a}=this.goal??{h:1/0,speed:this.speed},l=Math.floor(
(t-this.stepped)*a/1e3+.05);if(l<1)return;this.stepped=t-this.stepped>mp?t:this.stepped+l*1e3/a,this.app.go(Math.
min(e.h+(o?1:l),r));let{trace:h,h:c,canRun:f}=e,u=h&&c===h.last&&(!h.isRunning||!f);c!==r&&!u||(e.isPlaying=!1,
this._arrive())}};function el(s,t){return{choices:dp,number:gp,order:wp,point:yp}[s.kind](s,t)}function dp({choices:s,several:t},e){
let n=[...e].sort((a,l)=>a-l),o=s.flatMap((a,l)=>a.is_right?[l]:[]),i=n.map(a=>s[a].reason),r=o.filter(a=>!n.includes(
a)).length;return r&&t&&i.push(`${r} more ${r===1?"is":"are"} right.`),{isRight:String(n)===String(o),reasons:i}}
function gp({value:s,tolerance:t,reason:e,slips:n,too_small:o,too_large:i},r){let a=h=>Math.abs(r-h)<=t+1e-12*
Math.abs(h);return a(s)?{isRight:!0,reasons:[e]}:{isRight:!1,reasons:[n.find(h=>a(h.value))?.reason??(r<s?o:i)]}}
function wp({items:s},t){let e=t.findIndex((n,o)=>n!==o);return e<0?{isRight:!0,reasons:s.map(n=>n.reason)}:{isRight:!1,
reasons:[s[e].reason]}}function yp({target:s,others:t,elsewhere:e},[n,o]){let i=a=>Math.hypot(n-a.x,o-a.y);if(i(
s)<=s.within)return{isRight:!0,reasons:[s.reason]};let r=t.filter(a=>i(a)<=a.within);return r.sort((a,l)=>i(a)-
i(l)),{isRight:!1,reasons:[r[0]?.reason??e]}}var bp={true:"✓",false:"✗"},xp={true:"Right.",false:"Not as predicted."},fn=class{constructor(t){this.told=
t,this.element=g("div",{class:"emx-story",role:"group",tabindex:"-1",hidden:!0}),this.seen=g("p",{class:"emx-s\
een"})}clear(){this.element.hidden=!0,this.element.replaceChildren()}ask(t){let{choices:e}=t.question.answer,n=e.
map(({text:o},i)=>g("button",{type:"button",onclick:()=>this._answer(t,i)},o));this._show(t,"asking",g("p",{},
t.sentence),g("p",{},g("strong",{},"Predict. "),t.question.text),g("div",{class:"emx-predictions",role:"group",
"aria-label":"your prediction"},...n),this._foot()),n[0].focus({preventScroll:!0})}_answer(t,e){let{answer:n}=t.
question,{isRight:o,reasons:i}=el(n,[e]),r=n.choices.find(c=>c.is_right),a=String(o),l=g("p",{class:`emx-verdi\
ct-${o?"right":"wrong"}`},g("strong",{},`${bp[a]} ${xp[a]} `),`“${n.choices[e].text}”: ${i[0]}`),h=!o&&r?g(
"p",{},`Right is “${r.text}”: ${r.reason}`):"";this.seen.textContent="",this.seen.dataset.place=t.seen,this.
_show(t,"told",g("div",{role:"status"},l,h,this.seen),this._foot()),this.element.focus({preventScroll:!0}),this.
told.answered()}tell(t){this.seen.textContent=t.seen}_foot(){let{told:t}=this;return g("div",{class:"emx-bar"},
g("button",{type:"button",onclick:t.next},"Next story"),g("button",{type:"button",onclick:t.close},"Close"))}_show(t,e,...n){
let{element:o}=this;o.setAttribute("aria-label",`Story: ${t.title}`),o.dataset.state=e,o.replaceChildren(g("h3",
{},t.title),...n),o.hidden=!1}};function X(s,...t){return{text:s,answer:{kind:"choices",choices:t,several:!1}}}function V(s,t){return{text:s,reason:t,
is_right:!0}}function L(s,t){return{text:s,reason:t,is_right:!1}}var Mp=[[.3,.2,.5],[1.2,.4,-4.4,1,4.1,-.3],[.8,-.4,1,1.2,-.8,1,1.2,.6,3]].flat(),sl=[{title:"Slow",sentence:"T\
hree groups that overlap: even the true mixture would leave most samples in doubt.",choice:{data:"overlapping"},
to:1e3,question:X("EM stops when the NLL changes by less than 0.000001. When will that be?",L("After about 10 \
iterations","The first 10 do most of the work, but the NLL creeps on."),L("After about 100 iterations","At ite\
ration 100 the NLL still falls, if only in the third decimal."),V("Not within 500 iterations","The more the co\
mponents overlap, the less a sample says about which of them it belongs to.")),seen:"After 10 iterations the N\
LL is 2054.63, after 500 it is 2049.65 and still falling. Only 2 % of the samples have a responsibility above \
0.99."},{title:"Fast",sentence:"Three groups that are far apart, and in each of them one mean to start with.",
choice:{data:"well separated",start:"k-means++"},to:10,question:X("After how many iterations has EM converged?",
V("5","As soon as each sample clearly belongs to one component, one M-step puts the components in place."),L("\
50","Where groups are clear, EM needs few steps."),L("500","Where groups are clear, EM needs few steps.")),seen:"\
From iteration 3 on nearly all responsibilities are close to 0 or 1, and nothing is left to do: EM has converg\
ed after 5 iterations, at NLL 2333.70."},{title:"A wrong model",sentence:"The samples lie around a circle. No \
mixture of three Gaussians looks like that.",choice:{data:"ring",start:"k-means++"},to:200,layers:{contours:!0},
question:X("How will EM tell that the model is wrong?",L("It will not converge","It does: to a mixture that fi\
ts better than those around it."),L("It will fail","EM fails where a component collapses. Here each has enough\
 samples."),V("Not at all","EM only compares mixtures of three Gaussians with one another, never with anything\
 else.")),seen:"EM converges after 100 iterations, each component on a third of the circle, and says nothing. \
Seed 2 ends elsewhere, at 2525.18 instead of 2527.54: it is the data that are symmetric, not the fit."},{title:"\
A far sample",sentence:"The true mixture of the course and some of its samples. One more lies far away, at (−6\
, −4.35), at the lower left.",choice:{data:v,start:S,own_start:Mp},points:{every:6,of:"original",samples:[[-6,
-4.35]]},to:1,question:X("Which component takes most of the responsibility for it?",L("1, whose mean is neares\
t","It is 5.6 away, but component 1 is narrow: that is 9.5 standard deviations."),V("2, whose mean is farthest",
"It is 10.9 away, but component 2 is wide: that is 9.2 standard deviations. And its weight is larger."),L("All\
 about the same","All densities are tiny, but what counts is their ratio.")),seen:"Component 2 takes 93 % of i\
t, component 1 only 7 %. Far from all means, the widest component wins: distance counts in standard deviations\
."}];var nl=[{title:"A plateau",sentence:"EM has made 16 iterations. The last one lowered the NLL by 18.88, the nex\
t by only 0.85.",choice:{},from:32,to:100,question:X("What happens in the iterations that follow?",L("Nothing \
much: it has converged","A small step does not mean that the end is near. EM is on a plateau."),V("The NLL fal\
ls slowly, then fast again","Up to iteration 36 it falls by less than 1 per iteration, in iteration 44 by 6.45\
."),L("The NLL rises again","An exact E-step and M-step never raise the NLL.")),seen:"Components 0 and 1 share\
 both groups on the right. Component 1 moves slowly to the right and leaves one group to component 0: the NLL \
falls from 2359.57 in iteration 16 to 2302.74 in iteration 50, and ends at 2295.07."},{title:"A poor optimum",
sentence:"The data have three groups, and there are three components. Only the start is another one: seed 2.",
choice:{seed:2},to:662,question:X("From seed 0, EM ends at NLL 2295.07. And from here?",L("At the same NLL","T\
hen every start would do. EM only goes downhill from where it starts."),V("At a higher NLL, and it stays there",
"It is a local minimum of the NLL: no small step leads out of it."),L("It does not converge","It does, after 3\
31 iterations, but to a worse fit.")),seen:"EM converges at NLL 2370.20, which is 75.13 above the run of seed \
0 (in grey). Components 0 and 1 share the group on the left, and component 2 covers the two others.",pinned:{}},
{title:"A collapse",sentence:"Five components for three groups, and reg_covar = 0: nothing is added to the cov\
ariances.",choice:{n_components:5,seed:8,reg_covar:0},to:69,question:X("What will become of the two components\
 too many?",L("Their weights become 0","A component that is not needed does not have to go: it can fit very fe\
w samples very well."),V("One shrinks onto very few samples, until EM fails","Around two samples the density c\
an become as high as you like: nothing holds it."),L("They end on top of another component","That can only las\
t if they start equal, or get there exactly.")),seen:"Component 0 keeps 2 of the 600 samples. Its ellipse is a\
 needle without width. After iteration 34 its covariance is singular, and the next E-step fails. A small reg_c\
ovar keeps such a covariance invertible."},{title:"Label switching",sentence:"From seed 1 EM ends at NLL 2295.\
07, with the components 0, 1, 2 from left to right (in grey).",choice:{seed:3},to:86,question:X("And from seed\
 3?",L("At another NLL, with other ellipses","The fit is the same, to the last ellipse."),L("The same ellipses\
 with the same numbers","Which component gets which group is decided by the start."),V("The same ellipses, num\
bered otherwise","Renumbering the components does not change the mixture, nor the NLL.")),seen:"The same NLL, \
2295.07, and the same ellipses, but from left to right they are now 2, 1, 0. The number of a component means n\
othing.",pinned:{seed:1}},{title:"Symmetry",sentence:"All three components start equal: the same weight, the s\
ame mean, the same covariance.",choice:{start:"all means equal"},to:4,question:X("How many of the three groups\
 will they find?",L("All three","Nothing tells the components apart, so nothing can pull them apart."),L("Two",
"Nothing tells the components apart, so nothing can pull them apart."),V("None: they stay equal","Every sample\
 gives 1/3 to each, so each M-step gives all three the same mean and covariance.")),seen:"All responsibilities\
 are 1/3. After 2 iterations EM has converged: three equal Gaussians on the mean of all samples, NLL 2600.36, \
as with K = 1. EM does not break a symmetry by itself."}];var te=[...nl,...sl];var ol="Stories…",So={least:1,most:6,each:.25},_p={color:"pie",ellipses:!0,trails:!0,contours:!1,truth:!1,bound:!1,
zoom:!1,picture:"nll"};function Ap(s,t){let{own_start:e,own_points:n,...o}={...Nt,...s.choice},i=o;return i.start===
S&&(i.own_start=e),s.points?i.own_points=vp(s.points,t(s.points.of)):n.length&&(i.own_points=n),i}function vp({
every:s,samples:t},{X:e,D:n}){let o=[];for(let i=0;i<e.length;i+=s*n)o.push(Array.from(e.subarray(i,i+n),r=>Math.
round(100*r)/100));return[...o,...t]}var un=class{constructor(t){this.app=t,this.story=null,this.key="",this.before=
t.scene.choice,this.card=new fn({answered:()=>this._play(),next:()=>this.begin(te[(this._at()+1)%te.length]),close:()=>this.
close()});let e=[ol,...te.map(({title:i})=>i)],{element:n,select:o}=B("stories",e,i=>this._chosen(i));n.classList.
add("emx-stories"),n.firstElementChild?.remove(),this.element=n,this.select=o}_at(){return this.story?te.indexOf(
this.story):-1}_chosen(t){let e=te.find(n=>n.title===t);e?this.begin(e):this.leave()}begin(t){let{app:e}=this;
this.story||(this.before=e.scene.choice),this.story=null,e.player.pause(),e.comparison.pin(null),e.comparison.
showKmeans(!1),e.setLayers({..._p,...t.layers});let n=Ap(t,o=>this._dataOf(o));e.inside.setSlow(!1),e.showing.
wanted=t.from??0,e.showing.isAtEnd=!1,e.choose(n),this.key=I({...e.scene.choice,...n}),this.story=t,this.select.
value=t.title,this.card.ask(t)}_dataOf(t){return this.app.showing.runs.datasets.of({...Nt,data:t})}_play(){let{
app:t,story:e}=this;if(!e)return;if(e.pinned){let o={...Nt,...e.pinned};t.comparison.pin({trace:t.showing.runs.
of(o),choice:o})}let n=So.each*(e.to-t.scene.h);t.player.playTo(e.to,Math.min(Math.max(n,So.least),So.most),()=>{
this.story===e&&this.card.tell(e)})}close(){let{story:t,before:e,app:n}=this;return this.leave(),t?(n.player.pause(),
n.layout.stage.focus({preventScroll:!0}),t.points&&e.own_points.length&&n.choose(e),!0):!1}leave(){this.story=
null,this.select.value=ol,this.card.clear()}showChoice(t){this.story&&I(t)!==this.key&&this.leave()}};var Op=5e3,_e=class{constructor(t,e,n,{onchoice:o=()=>{},onview:i=()=>{}}={}){this.options=t,this.onchoice=o,this.
onview=i,t.labels&&n.datasets.describe(e.own_points,{labels:t.labels,note:""}),this.scene=new Ps(e,t.half_step,
t.layers),this.choosing=new Je(this,t.starts),this.player=new cn(this,t.speed),this.comparison=new tn(this),this.
stories=new un(this),this.layout=new ks(t,this),this.element=this.layout.element,this.screen=new Cs(this.layout,
this.scene,this.comparison,r=>{this.dragging.compute(),this.player.advance(r)}),this.limits=new Es(this.layout,
()=>this.showing.showNote()),this.drag=new Ys(this.layout.left,this),this.inside=this.screen.inside=new ln(this),
this.basins=new He(this.layout.left,this,t.has_own_steps),this.layout.addBasins(this.basins.panel.element),this.
screen.map=this.basins,this.showing=new Ds(this,t,n),this.dragging=new Is(this.scene,this.showing.runs,this.screen),
Ci(this.layout.right,r=>this.screen.chart.halfStepAt(r),r=>this.jump(r)),this.keyboard=new hn(this.element,this.
layout.stage,t,this),this.surroundings=new Js(this.layout,this.screen,r=>this.say(r)),this.presenter=new Ls(this.
layout,()=>this.surroundings.resize()),Object.assign(this.element,{explorer:this}),this.showing.load(),t.slow&&
this.inside.setSlow(!0)}close(){this.player.pause(),this.dragging.close(),this.showing.close(),this.screen.close(),
this.keyboard.close(),this.surroundings.close(),this.presenter.close(),this.layout.status.close(),this.inside.
close()}choose(t){this.choosing.choose(t)}toEnd(t){this.player.pause(),this.showing.isAtEnd=!0,this.choose(t)}takePoints(t,e){
this.jump(0),this.choosing.takePoints(t,e)}get mostPoints(){return this.limits.isAlone?1/0:Op}adopt(t){this.choosing.
adopt(t)}say(t){this.layout.said.textContent=t}setLayers(t){Object.assign(this.scene.layers,t),this.layout.layers.
set(this.scene.layers),this.layout.picture.fit(),this.redraw()}dragTo(t){this.dragging.to(t)}startFrom(t){this.
showing.wanted=Math.min(this.scene.h,1),this.showing.isAtEnd=!1,this.choose({start:S,own_start:Array.from(t)})}go(t){
let{scene:e,showing:n,inside:o}=this;if(!e.trace)return;n.touched=performance.now();let i=e.h;e.h=n.wanted=Math.
min(Math.max(t,0),e.trace.last),e.h===i+1&&o.slow.begin(e.trace,e.h),n.isAtEnd=e.h>1&&e.h===e.trace.last,this.
screen.redraw(!0)}jump(t){this.player.pause(),this.go(t)}move(t){this.jump(this.scene.h+t)}setSpeed(t){this.player.
speed=t,this.layout.transport.showSpeed(t)}redraw(){this.screen.redraw()}setKernel(t){this.limits.isAlone===t&&
this.redraw(),this.limits.isAlone=!t;let{own:e,shown:n}=this.showing;!e||t===this.scene.canRun||(this.scene.canRun=
t,this.limits.ofKernel(t),this.showing.waiting.end(),t||!n?this.showing.load():e.of(this.scene.choice)?this.redraw():
(this.choose(n),this.say(Ct)))}get view(){let{h:t,layers:e,choice:n}=this.scene,o=this.showing.runs.datasets.about.
get(n.own_points)?.labels,i=o?{labels:o}:{},[r,a]=[this.player.speed,this.inside.slow.isOn];return{half_step:t,
layers:e,speed:r,slow:a,large:this.layout.isLarge,...i}}get state(){let{choice:t,data:e,layers:n}=this.scene,o=Go(
n.along,t.n_components,e?.D??0);return ke(t,{...this.view,layers:{...n,along:o}})}seen(){let{layout:t,screen:e,
scene:n}=this;return!e.look||!n.trace?null:{panels:t.panels,look:e.look,paint:e.paint.bind(e)}}settled(){this.
onview(this.view),this.layout.own.show(),this.layout.numbers.show(),this.limits.keepStills()}};var Sp=["dead","terminating"];async function il(s,t,e){let n=s.widget_manager,o=await Np(n,t),i=n?.context?.sessionContext??
n?.kernel,[r,a,l,h]=[0,0,!1,!1],c=b=>{h=b,e(b)},f=()=>!!i?.statusChanged&&(!n.kernel||Sp.includes(n.kernel.status)),
u=()=>{o?.comm_live!==!1&&!f()||(l=!1,c(!0))},p=b=>{typeof b=="number"&&(a=Math.max(a,b)),c(!1)},m=b=>{b.content.
execution_state==="idle"&&(l=!1,setTimeout(()=>a>=r||l||c(!0),100))},d=()=>{if(u(),!(l||f())){l=!0,r+=1;try{s.
send(r,{iopub:{status:m}})}catch{l=!1,c(!0)}}},w=[i?.statusChanged,i?.kernelChanged].filter(Boolean);s.on("msg\
:custom",p),o?.on("comm_live_update",u);for(let b of w)b.connect(u);return d(),{ask:d,stop:()=>{s.off("msg:cus\
tom",p),o?.off("comm_live_update",u);for(let b of w)b.disconnect(u)},isGone:()=>h}}async function Np(s,t){return s?.
get_model?.(t)?.catch(()=>null)}var Tp=/(?:"|IPY_MODEL_)([0-9a-f]{32})"/g,kp="gmm_helpers.",Ep="application/vnd.jupyter.widget-state+json",Lp="\
application/vnd.jupyter.widget-view+json",Pp="Error displaying widget: model not found";function al(s){let t=s?.context?.model,e=s?._modelsSync;if(!t?.toJSON||!e||Object.hasOwn(s,"get_state_sync"))return;
let n=s.get_state_sync.bind(s);s.get_state_sync=o=>{for(let r of s.beforeSaving??[])r();let i=[...e.values()].
filter(r=>!r.comm_live);for(let r of i)r._comm_live=!0;try{let r=n(o),a=new Set(i.map(l=>l.model_id));return{...r,
state:Rp(r.state,t.toJSON().cells,a)}}finally{for(let r of i)r._comm_live=!1}},Ip(s,async()=>{$p(s,document),await Fp(
s)})}function ll(s,t){return s?(s.beforeSaving??(s.beforeSaving=new Set),s.beforeSaving.add(t),()=>s.beforeSaving.
delete(t)):()=>!1}function Ip(s,t){let e=0,n=()=>{clearTimeout(e),e=setTimeout(t,1e3)};s.restored?.connect(n),
n()}function $p(s,t){let e=s.context?.model?.cells;for(let n of t.querySelectorAll(".jp-Cell .jp-OutputArea-ou\
tput.jupyter-widgets")){if(!n.textContent.startsWith(Pp))continue;let o=n.closest("[data-windowed-list-index]"),
i=o&&e?.get(Number(o.dataset.windowedListIndex))?.outputs;for(let r=0;r<(i?.length??0);r++){let a=i.get(r).toJSON();
s.has_model(a.data?.[Lp]?.model_id)&&i.set(r,a)}}}async function Fp(s){let{context:t}=s;if(!t?.model?.dirty)return;
let e={type:"notebook",format:"json",content:!0},n=await t._manager?.contents?.get(t.path,e).catch(()=>null);if(!n?.
content||!s.context?.model)return;let o=t.model.toJSON(),i={[Ep]:s.get_state_sync({drop_defaults:!0})},r={...o,
metadata:{...o.metadata,widgets:i}};rl(r)===rl(n.content)&&(t.model.dirty=!1)}function rl(s){return JSON.stringify(
s,(e,n)=>{if(e!=="trusted")return Object.prototype.toString.call(n)!=="[object Object]"?n:Object.fromEntries(Object.
entries(n).sort(([o],[i])=>o<i?-1:1))})}function Rp(s,t,e){let n=new Set,o=[JSON.stringify(t)];for(let a of o)
for(let[,l]of a.matchAll(Tp))!(l in s)||n.has(l)||(n.add(l),o.push(JSON.stringify(s[l].state)));let i=a=>String(
s[a].state._anywidget_id).startsWith(kp),r=([a])=>n.has(a)||!(e.has(a)||i(a));return Object.fromEntries(Object.
entries(s).filter(r))}var Cp=300,No=new Map;function hl(s,t,e){let n=new Rs;n.take(s.datasets),n.take(s.own_data);let o=t?new De(n,e):
null;return o&&s.own_run.byteLength&&o.takeKept(s.own_run),{datasets:n,own:o}}function cl({model:s}){let{key:t,
has_own_steps:e}=s.get("options"),n={datasets:s.get("_datasets"),own_data:s.get("_own_data"),own_run:s.get("_o\
wn_run")},o=hl(n,e,i=>s.send(i));return o.own&&s.on("msg:custom",o.own.hear.bind(o.own)),No.set(t,o),al(s.widget_manager),
()=>No.delete(t)}async function fl({model:s,el:t}){let e=()=>Object.fromEntries(ve.map(x=>[x,s.get(x)])),n={...s.
get("options"),...s.get("view")},o=null,i=await il(s,n.key,x=>o?.setKernel(!x)),r=No.get(n.key),a=!1,l=x=>{a=!0;
for(let[M,A]of Object.entries(x))s.set(M,A);a=!1,i.ask(),i.isGone()||s.save_changes()},h=0,c=null,f=()=>{clearTimeout(
h),c&&l(c),c=null},u=x=>{clearTimeout(h),c={...c,...x},h=window.setTimeout(f,Cp)},p=ll(s.widget_manager,f),m="",
d=new _e(n,e(),r,{onchoice:u,onview:x=>{let M=JSON.stringify(x);M!==m&&(c={...c,view:JSON.parse(m=M)}),f()}});
o=d,m=JSON.stringify(d.view),n.problem&&(d.layout.problem.textContent=n.problem);let w=0,y=()=>{a||(clearTimeout(
w),w=window.setTimeout(()=>d.adopt(e()),0))};for(let x of ve)s.on(`change:${x}`,y);t.classList.add("emx-host"),
t.append(d.element),d.surroundings.resize(),d.setKernel(!i.isGone()),d.element.addEventListener("focusin",i.ask);
let b=jp(s,r.datasets,d);return()=>{f(),p(),i.stop(),b(),clearTimeout(w);for(let x of ve)s.off(`change:${x}`,y);
d.close()}}function jp(s,t,e){if(!t.isPart)return()=>{};let n=Math.random().toString(36).slice(2),o=(i,r)=>{i?.
request===n&&(t.take(r[0]),e.showing.forget())};s.on("msg:custom",o);try{s.send({client:"",request:n,what:"dat\
a"})}catch{}return()=>s.off("msg:custom",o)}function ul({options:s,config:t,blocks:e},n){let o=Object.fromEntries(
Object.entries(e).map(([f,u])=>[f,qi(u)])),i=hl(o,s.has_own_steps,null),r=new Le(s,t),{choice:a,view:l,problems:h}=r.
read(),c=new _e({...s,...l},a,i,{onview:()=>r.write(c.state)});return r.isAlone&&c.layout.share.setLink(f=>r.linkTo(
f)),h.length&&c.say(h.join(" ")),n.append(c.element),c.surroundings.resize(),c.setKernel(!1),r.isAlone&&window.
addEventListener("keydown",f=>c.keyboard.takeUp(f)),c}var zp=40;function pl(){let s=new Zt(n=>self.postMessage(n)),t=0;function e(){s.work(zp),t=s.isIdle?0:setTimeout(
e)}self.onmessage=({data:n})=>{s.take(n),!t&&!s.isIdle&&(t=setTimeout(e))}}var Bp={initialize:cl,render:fl};
return module.exports}
const{default:all,open}=theBundle(module);
export{all as default,open};
